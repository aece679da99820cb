#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// g_object_unref is a macro with typeof in newer GLibs.
static inline void pango_object_free(void *object) { g_object_unref(object); }
