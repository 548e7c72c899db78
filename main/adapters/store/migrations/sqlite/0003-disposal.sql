-- What becomes of the closed cases of a class, and of those of the classes below it that have no row of their own.
CREATE TABLE class_disposal (
  class_id TEXT PRIMARY KEY REFERENCES archive_class (id),
  decision TEXT NOT NULL CHECK (decision IN ('Bevares', 'Kasseres', 'Vurderes senere')),
  legal_basis TEXT CHECK (legal_basis <> ''),
  retention_years INTEGER CHECK (retention_years BETWEEN 1 AND 999),
  CHECK ((retention_years IS NULL) = (decision = 'Bevares'))
) STRICT;
