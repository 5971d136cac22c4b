-- kept by the content of a loop: it stays when a file is moved, and when it is listened to again
CREATE TABLE mark (
  loop TEXT PRIMARY KEY,
  tags TEXT NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 0 AND 5),
  favourite INTEGER NOT NULL
);
