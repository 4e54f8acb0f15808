"""The ways to a store: folder, WebDAV, S3 and what OpenDAL speaks; each is a desktop.sync.carrier.Carrier."""
