// Note to the next reader.
//
// Text is read in words of 64 bytes. Each word becomes bit masks (word.h): delimiters, line feeds, quotes, carriage
// returns. The prefix xor of the quotes tells which bytes stand inside quotes; a delimiter or line feed outside is a
// field end. What the word before hands on is in field_index_state. A word without quotes and carriage returns, outside
// quotes, skips all of that; so does most text.
//
// What must change together: the rule for a proper quote in word_ends and the grammar of libcsv in strict mode; the
// paths portable.c and avx2.c, which differ in how masks are made and in nothing else.
// Check: FieldIndexTests compares both paths with a byte-by-byte reference at every offset and cut.
#include "CFieldIndex.h"
#include "paths.h"

field_index_state field_index_start(void) {
  field_index_state state = {0};
  state.after_end = 1;
  return state;
}

void field_index_finish(field_index_state *state) {
  if (state->after_return) state->flags |= FIELD_INDEX_LONE_RETURN;
}

field_index_path field_index_best_path(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("aes")) {
    return FIELD_INDEX_AVX2;
  }
#endif
  return FIELD_INDEX_PORTABLE;
}

size_t field_index_scan(
    field_index_path path, const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base,
    field_index_state *state, uint32_t *ends) {
#if defined(__x86_64__)
  if (path == FIELD_INDEX_AVX2) return field_index_scan_avx2(bytes, count, delimiter, base, state, ends);
#endif
  (void)path;
  return field_index_scan_portable(bytes, count, delimiter, base, state, ends);
}

size_t field_index_count(field_index_path path, const uint8_t *bytes, size_t count, uint8_t byte) {
#if defined(__x86_64__)
  if (path != FIELD_INDEX_PORTABLE) return field_index_count_avx2(bytes, count, byte);
#endif
  (void)path;
  return field_index_count_portable(bytes, count, byte);
}

size_t field_index_line_ends(field_index_path path, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (path != FIELD_INDEX_PORTABLE) return field_index_line_ends_avx2(bytes, count);
#endif
  (void)path;
  return field_index_line_ends_portable(bytes, count);
}
