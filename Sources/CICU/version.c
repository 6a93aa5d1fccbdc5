#include "internal.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uversion.h>

_Static_assert(U_MAX_VERSION_LENGTH == 4, "versions have four numbers");

void cicu_version_icu(uint8_t version[4]) { u_getVersion(version); }

void cicu_version_unicode(uint8_t version[4]) { u_getUnicodeVersion(version); }

void cicu_version_cldr(uint8_t version[4], cicu_error *error) {
  error_reset(error);
  UErrorCode status = U_ZERO_ERROR;
  memset(version, 0, 4);
  ulocdata_getCLDRVersion(version, &status);
  error_take(error, status);
}
