-- A file as it lies on the disk; '' inside is the file itself, anything else a name within the archive.
CREATE TABLE file (
  path        TEXT    NOT NULL,
  inside      TEXT    NOT NULL,
  bytes       INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  hash        TEXT,
  error       TEXT,
  PRIMARY KEY (path, inside)
) WITHOUT ROWID;

CREATE INDEX file_by_hash ON file (hash);

-- Content by its hash: it stays when its file is moved or renamed.
CREATE TABLE sound (
  hash     TEXT    NOT NULL PRIMARY KEY,
  seconds  REAL    NOT NULL,
  rate_hz  INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  says     TEXT    NOT NULL
) WITHOUT ROWID;

CREATE TABLE region (
  hash    TEXT    NOT NULL REFERENCES sound (hash) ON DELETE CASCADE,
  number  INTEGER NOT NULL,
  start_s REAL    NOT NULL,
  end_s   REAL    NOT NULL,
  PRIMARY KEY (hash, number)
) WITHOUT ROWID;

-- What one analyser found in one region: facts, or why it found none.
CREATE TABLE analysis (
  hash     TEXT    NOT NULL,
  number   INTEGER NOT NULL,
  analyser TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  facts    TEXT,
  failure  TEXT,
  PRIMARY KEY (hash, number, analyser),
  FOREIGN KEY (hash, number) REFERENCES region (hash, number) ON DELETE CASCADE
);
