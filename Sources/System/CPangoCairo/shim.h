#pragma once
#include <cairo-pdf.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// Macros in GLib.
static inline void pango_object_keep(void *object) { g_object_ref(object); }
static inline void pango_object_free(void *object) { g_object_unref(object); }

static inline void pango_font_map_look_in(PangoFontMap *map, FcConfig *fonts) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
}

// A file that lies in memory and is gone with the process. Declared here, as the C library does for who defines _GNU_SOURCE: with
// that defined, its types would differ from those of the other modules.
extern int memfd_create(const char *name, unsigned int flags);
static inline int memory_file(const char *name) { return memfd_create(name, 1U /* MFD_CLOEXEC */); }
