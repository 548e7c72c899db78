-- Documents may be deleted at the signing service once their answer is filed and confirmed.
ALTER TABLE policy ADD COLUMN delete_at_service INTEGER NOT NULL DEFAULT 0 CHECK (delete_at_service IN (0, 1));
ALTER TABLE signing_job ADD COLUMN documents_deleted_at TEXT
  CHECK (documents_deleted_at LIKE '____-__-__T__:__:__.___Z');
