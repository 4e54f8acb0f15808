<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AmendFlow</name>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Nothing can be put right here.</source>
        <translation>这件没有可以更正的。</translation>
    </message>
    <message>
        <source>Take the conclusion back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>Conclusion taken back</source>
        <translation>已撤销结论</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
