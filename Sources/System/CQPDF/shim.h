#pragma once
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

// What qpdf hands out from malloc, without importing a C library by name.
static inline void qpdf_buffer_free(unsigned char *buffer) { free(buffer); }
