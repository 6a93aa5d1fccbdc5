#ifndef EMBEDDED_TABLES_H
#define EMBEDDED_TABLES_H

#include <stddef.h>

/// The first byte of the compiled tables: read-only data of this binary, aligned to a page.
const void *_Nonnull embedded_tables_bytes(void);

/// How many bytes they are.
size_t embedded_tables_count(void);

#endif
