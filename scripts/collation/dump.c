#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/uset.h>
#include <unicode/uloc.h>
#include <unicode/uchar.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

static void die(const char *what, UErrorCode e) { if (U_FAILURE(e)) { fprintf(stderr, "%s: %s\n", what, u_errorName(e)); exit(1); } }

static void ces(UCollator *c, UCollationElements *it, const UChar *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  ucol_setText(it, s, n, &e); die("setText", e);
  int32_t v; int open = 0; uint32_t p = 0, st = 0; int first = 1;
  while ((v = ucol_next(it, &e)) != UCOL_NULLORDER) {
    uint32_t u = (uint32_t)v;
    if ((u & 0xC0) == 0xC0 && open) {
      p |= u >> 16; st |= ((u & 0xff00) << 8) | (u & 0x3f);
      printf(" %08x.%08x", p, st); open = 0; continue;
    }
    if (open) printf(" %08x.%08x", p, st);
    p = u & 0xffff0000; st = ((u & 0xff00) << 16) | ((u & 0xff) << 8); open = 1;
  }
  if (open) printf(" %08x.%08x", p, st);
}
static void str(const UChar *s, int32_t n) {
  int32_t i = 0; int first = 1;
  while (i < n) { UChar32 c; U16_NEXT(s, i, n, c); printf(first ? "%x" : "+%x", c); first = 0; }
}
static void one(UCollator *c, UCollationElements *it, const UChar *s, int32_t n) { str(s, n); printf(":"); ces(c, it, s, n); printf("\n"); }

static void set(UCollator *c, USet *set) {
  UErrorCode e = U_ZERO_ERROR;
  UChar buf[256]; UChar empty[1] = {0};
  UCollationElements *it = ucol_openElements(c, empty, 0, &e); die("open", e);
  int32_t n = uset_getItemCount(set);
  for (int32_t i = 0; i < n; i++) {
    UChar32 a, b; e = U_ZERO_ERROR;
    int32_t len = uset_getItem(set, i, &a, &b, buf, 256, &e); die("item", e);
    if (len >= 2) { one(c, it, buf, len); continue; }
    for (UChar32 x = a; x <= b; x++) {
      if (x >= 0xd800 && x < 0xe000) continue;
      int32_t k = 0; U16_APPEND_UNSAFE(buf, k, x);
      one(c, it, buf, k);
    }
  }
  ucol_closeElements(it);
}
static const struct {UColAttribute a; const char *n;} attrs[] = {{UCOL_FRENCH_COLLATION,"french"},{UCOL_ALTERNATE_HANDLING,"alternate"},{UCOL_CASE_FIRST,"caseFirst"},{UCOL_CASE_LEVEL,"caseLevel"},{UCOL_NORMALIZATION_MODE,"normalization"},{UCOL_STRENGTH,"strength"},{UCOL_NUMERIC_COLLATION,"numeric"}};
static uint32_t lead(UCollator *c, UChar32 x) {
  UChar b[2]; int32_t k = 0; uint8_t key[64]; U16_APPEND_UNSAFE(b, k, x);
  ucol_getSortKey(c, b, k, key, 64); return key[0];
}
int main(int argc, char **argv) {
  UErrorCode e = U_ZERO_ERROR;
  if (argc > 1 && !strcmp(argv[1], "list")) {
    int32_t n = uloc_countAvailable();
    for (int32_t i = -1; i < n; i++) {
      const char *l = i < 0 ? "" : uloc_getAvailable(i);
      e = U_ZERO_ERROR;
      UEnumeration *k = ucol_getKeywordValuesForLocale("collation", l, 0, &e);
      const char *v; int32_t len; 
      char tag[64]; UErrorCode e2 = U_ZERO_ERROR; uloc_toLanguageTag(l, tag, 64, 1, &e2);
      UCollator *c = ucol_open(l, &e2);
      const char *actual = ucol_getLocaleByType(c, ULOC_ACTUAL_LOCALE, &e2);
      UVersionInfo ver; char vs[32]; ucol_getVersion(c, ver); u_versionToString(ver, vs);
      printf("%s\t%s\t%s\t%s\t", l, tag, actual, vs);
      while ((v = uenum_next(k, &len, &e))) printf("%s ", v);
      printf("\n"); ucol_close(c);
    }
    return 0;
  }
  if (argc > 2 && !strcmp(argv[1], "leads")) {
    UCollator *c = ucol_open(argv[2], &e); die("ucol_open", e);
    ucol_setStrength(c, UCOL_PRIMARY); e = U_ZERO_ERROR; ucol_setAttribute(c, UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE, &e);
    unsigned x; while (scanf("%x", &x) == 1) printf("%x %02x\n", x, lead(c, x));
    return 0;
  }
  const char *loc = argc > 1 ? argv[1] : "";
  UCollator *c = ucol_open(loc, &e); die("ucol_open", e);
  printf("# %s actual %s status %s\n", loc, ucol_getLocaleByType(c, ULOC_ACTUAL_LOCALE, &e), u_errorName(e));
  for (int i = 0; i < 7; i++) { e = U_ZERO_ERROR; printf("@%s %d\n", attrs[i].n, ucol_getAttribute(c, attrs[i].a, &e)); }
  int32_t codes[300]; e = U_ZERO_ERROR; int32_t nc = ucol_getReorderCodes(c, codes, 300, &e);
  printf("@reorder"); for (int i = 0; i < nc; i++) printf(" %d", codes[i]); printf("\n");
  if (!*loc) {
    for (int g = UCOL_REORDER_CODE_SPACE; g <= UCOL_REORDER_CODE_CURRENCY; g++) {
      e = U_ZERO_ERROR; UCollator *d = ucol_open("", &e); ucol_setMaxVariable(d, g, &e); printf("@variable %d %08x\n", g, ucol_getVariableTop(d, &e)); ucol_close(d);
    }
    for (UChar32 x = 0; x < 0x110000; x++) if (u_getCombiningClass(x)) printf("@ccc %x %d\n", x, u_getCombiningClass(x));
    USet *all = uset_open(0, 0x10ffff);
    USet *drop = uset_openPatternOptions(u"[[:Cn:][:Co:][:Cs:][:HangulSyllableType=LV:][:HangulSyllableType=LVT:]-[\\uFFFE\\uFFFF\\uFDD0-\\uFDEF]]", -1, 0, &e); die("pattern", e);
    uset_removeAll(all, drop);
    set(c, all);
    USet *con = uset_open(1,0), *exp = uset_open(1,0); e = U_ZERO_ERROR;
    ucol_getContractionsAndExpansions(c, con, exp, 1, &e); die("contr", e);
    set(c, con);
  } else {
    e = U_ZERO_ERROR; USet *t = ucol_getTailoredSet(c, &e); die("tailored", e);
    set(c, t);
    USet *con = uset_open(1,0), *exp = uset_open(1,0); e = U_ZERO_ERROR;
    printf("@contractions\n");
    ucol_getContractionsAndExpansions(c, con, exp, 1, &e); die("contr", e);
    set(c, con);
  }
  return 0;
}
