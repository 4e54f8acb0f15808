// A hall that replicates by CouchDB's protocol: node pouch_hall.js FOLDER URL PAYLOAD
// PAYLOAD has one document a line. Commands on standard input, each answered by the seconds that it took:
// `add FIRST LAST` (local, from 0), `sync`, `again` (a new installation fetches everything).
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const PouchDB = require(path.join(process.cwd(), 'node_modules', 'pouchdb'));

const [folder, url, payload] = process.argv.slice(2);
const lines = fs.readFileSync(payload, 'utf8').trimEnd().split('\n');
let databases = 0;
const open = () => new PouchDB(path.join(folder, `hall${++databases}`));
let hall = open();

const work = {
  async add(first, last) {
    const docs = lines.slice(Number(first), Number(last)).map((line, place) => (
      { _id: `${String(Number(first) + place).padStart(12, '0')}`, line: JSON.parse(line) }));
    await hall.bulkDocs(docs);
  },
  async sync() {
    await hall.replicate.to(url);
  },
  async again() {
    const kept = (await hall.info()).doc_count;
    hall = open();
    await hall.replicate.from(url);
    if ((await hall.info()).doc_count !== kept) throw new Error('not all documents came back');
  },
};

(async () => {
  console.log('ready');
  for await (const command of readline.createInterface({ input: process.stdin })) {
    const [verb, ...places] = command.split(' ');
    const begin = process.hrtime.bigint();
    await work[verb](...places);
    console.log(Number(process.hrtime.bigint() - begin) / 1e9);
  }
  process.exit(0);
})();
