-- The answer to the job had been stored, to be confirmed to the service: it is the answer that is lost.
ALTER TABLE lost_job ADD COLUMN answered_at TEXT CHECK (answered_at LIKE '____-__-__T__:__:__.___Z');

-- The document centre knows of the job and lets others be sent while it runs.
ALTER TABLE unknown_job ADD COLUMN acknowledged_at TEXT CHECK (acknowledged_at LIKE '____-__-__T__:__:__.___Z');
ALTER TABLE unknown_job ADD COLUMN acknowledged_by TEXT CHECK (acknowledged_by <> '');
