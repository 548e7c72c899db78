"""Judges every PDF of a folder by pyHanko: one line each, file, verdict, reason. Arguments: folder, anchor, time."""

import logging
import sys
from datetime import datetime
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)


def judge(path, anchor, moment):
    try:
        with path.open("rb") as stream:
            reader = PdfFileReader(stream, strict=True)
            signatures = reader.embedded_regular_signatures
            if not signatures:
                return "NO_SIGNATURE\t"
            settings = dict(
                trust_roots=[anchor], moment=moment, allow_fetching=False, revocation_mode="soft-fail"
            )
            try:
                context = DocumentSecurityStore.read_dss(reader).as_validation_context(settings)
            except NoDSSFoundError:
                context = ValidationContext(**settings)
            status = validate_pdf_signature(
                signatures[-1],
                signer_validation_context=context,
                ts_validation_context=context,
                key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}),
            )
            told = [status.coverage.name, str(status.modification_level and status.modification_level.name)]
            return f"{'VALID' if status.bottom_line else 'INVALID'}\t{' '.join(told)} {status.summary()}"
    except Exception as fault:  # noqa: BLE001
        return f"UNREADABLE\t{type(fault).__name__} {str(fault)[:80]}"


folder, anchor, moment = sys.argv[1:4]
root = load_cert_from_pemder(anchor)
at = datetime.fromisoformat(moment)
for path in sorted(Path(folder).glob("*.pdf")):
    print(f"{path.name}\t{judge(path, root, at)}".replace("\n", " "), flush=True)
