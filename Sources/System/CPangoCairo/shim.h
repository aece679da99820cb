#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// Macros in GLib.
static inline void pango_object_keep(void *object) { g_object_ref(object); }
static inline void pango_object_free(void *object) { g_object_unref(object); }
