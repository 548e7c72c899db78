-- The file that a public variant was made of, so that it can be told when the original has changed since.
ALTER TABLE document_object ADD COLUMN made_from TEXT REFERENCES document_object (id)
  CHECK (made_from IS NULL OR variant = 'Dokument hvor deler av innholdet er skjermet');
CREATE INDEX document_object_made_from ON document_object (made_from);
