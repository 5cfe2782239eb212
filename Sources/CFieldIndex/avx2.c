// The path for x86 processors with AVX2: 64 bytes in two registers. The functions carry the target themselves, so the
// module is built without flags and runs on every processor; field_index_best_path asks before one of them is called.
//
// AVX-512 was measured and left out (EPYC of family 26): masks from 64-byte comparisons with this way of writing the ends
// save 9 % of the scan, which is 2 % of a run; places by vpcompressb take twice as long; look-ups of keys are the same.
#include "paths.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "word.h"

#define AVX2 __attribute__((target("avx2,pclmul,bmi,bmi2,popcnt,lzcnt")))
#define AVX2_INLINE AVX2 __attribute__((always_inline)) static inline

typedef struct {
  __m256i low;
  __m256i high;
} word;

AVX2_INLINE word load(const uint8_t *bytes) {
  word loaded = {_mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)(bytes + 32))};
  return loaded;
}

AVX2_INLINE uint64_t mask_of(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2_INLINE uint64_t equal_mask(word text, __m256i byte) {
  return mask_of(_mm256_cmpeq_epi8(text.low, byte), _mm256_cmpeq_epi8(text.high, byte));
}

AVX2_INLINE uint64_t prefix_xor(uint64_t bits) {
  // A carry-less product with all ones is the xor of all lower bits.
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

typedef struct {
  __m256i delimiter;
  __m256i line_feed;
  __m256i quote;
  __m256i carriage_return;
  // The or of all bytes, for what is not ASCII; the smallest of all bytes, for zero.
  __m256i all;
  __m256i least;
} scanner;

AVX2_INLINE size_t scan_word(
    scanner *scanner, word text, uint64_t valid, unsigned last, uint32_t base, field_index_state *state,
    uint32_t *ends) {
  scanner->all = _mm256_or_si256(scanner->all, _mm256_or_si256(text.low, text.high));
  scanner->least = _mm256_min_epu8(scanner->least, _mm256_min_epu8(text.low, text.high));
  __m256i low_rare = _mm256_or_si256(
      _mm256_cmpeq_epi8(text.low, scanner->quote), _mm256_cmpeq_epi8(text.low, scanner->carriage_return));
  __m256i high_rare = _mm256_or_si256(
      _mm256_cmpeq_epi8(text.high, scanner->quote), _mm256_cmpeq_epi8(text.high, scanner->carriage_return));
  __m256i rare = _mm256_or_si256(low_rare, high_rare);
  uint64_t delimiters = equal_mask(text, scanner->delimiter);
  uint64_t line_feeds = equal_mask(text, scanner->line_feed);
  if (__builtin_expect(
          _mm256_testz_si256(rare, rare) & !(state->open_quote | state->after_close | state->after_return), 1)) {
    uint64_t bits = (delimiters | line_feeds) & valid;
    state->record_ends += (size_t)_mm_popcnt_u64(line_feeds & valid);
    state->after_end = bits >> last & 1;
    return write_ends(bits, base, ends);
  }
  word_masks masks = {
      delimiters, line_feeds, equal_mask(text, scanner->quote), equal_mask(text, scanner->carriage_return)};
  uint64_t quoted = prefix_xor(masks.quotes) ^ state->open_quote;
  return write_ends(word_ends(masks, quoted, valid, last, state), base, ends);
}

AVX2 size_t field_index_scan_avx2(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t base, field_index_state *shared, uint32_t *ends) {
  scanner scanner = {
      _mm256_set1_epi8((char)delimiter), _mm256_set1_epi8('\n'), _mm256_set1_epi8('"'), _mm256_set1_epi8('\r'),
      _mm256_setzero_si256(), _mm256_set1_epi8((char)0xFF)};
  // A copy of its own can stay in registers while `ends` is written.
  field_index_state state = *shared;
  size_t found = 0;
  size_t offset = 0;
  for (; offset + 64 <= count; offset += 64) {
    found += scan_word(
        &scanner, load(bytes + offset), ~(uint64_t)0, 63, base + (uint32_t)offset, &state, ends + found);
  }
  if (offset < count) {
    uint8_t rest[64];
    unsigned left = (unsigned)(count - offset);
    // Filled with a letter, which means nothing to the index.
    memset(rest, 'x', sizeof rest);
    memcpy(rest, bytes + offset, left);
    uint64_t valid = ((uint64_t)1 << left) - 1;
    found += scan_word(&scanner, load(rest), valid, left - 1, base + (uint32_t)offset, &state, ends + found);
  }
  if (_mm256_movemask_epi8(scanner.all)) state.flags |= FIELD_INDEX_NOT_ASCII;
  if (_mm256_movemask_epi8(_mm256_cmpeq_epi8(scanner.least, _mm256_setzero_si256()))) {
    state.flags |= FIELD_INDEX_ZERO_BYTE;
  }
  state.field_ends += found;
  *shared = state;
  return found;
}

AVX2 size_t field_index_count_avx2(const uint8_t *bytes, size_t count, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i total = _mm256_setzero_si256();
  size_t offset = 0;
  while (offset + 32 <= count) {
    // 255 hits are the most that a byte of the counter holds.
    size_t stop = offset + 32 * 255 < count ? offset + 32 * 255 : count;
    __m256i hits = _mm256_setzero_si256();
    for (; offset + 32 <= stop; offset += 32) {
      __m256i text = _mm256_loadu_si256((const __m256i *)(bytes + offset));
      hits = _mm256_sub_epi8(hits, _mm256_cmpeq_epi8(text, wanted));
    }
    total = _mm256_add_epi64(total, _mm256_sad_epu8(hits, _mm256_setzero_si256()));
  }
  size_t found = (size_t)(_mm256_extract_epi64(total, 0) + _mm256_extract_epi64(total, 1) +
                          _mm256_extract_epi64(total, 2) + _mm256_extract_epi64(total, 3));
  for (; offset < count; offset++) found += bytes[offset] == byte;
  return found;
}

AVX2 size_t field_index_line_ends_avx2(const uint8_t *bytes, size_t count) {
  __m256i line_feed = _mm256_set1_epi8('\n');
  __m256i carriage_return = _mm256_set1_epi8('\r');
  size_t found = 0;
  uint64_t after_return = 0;
  size_t offset = 0;
  for (; offset + 64 <= count; offset += 64) {
    word text = load(bytes + offset);
    uint64_t feeds = equal_mask(text, line_feed);
    uint64_t returns = equal_mask(text, carriage_return);
    // The line feed of a pair ends nothing that its carriage return has not ended.
    uint64_t pairs = feeds & (returns << 1 | after_return);
    found += (size_t)_mm_popcnt_u64(feeds ^ pairs) + (size_t)_mm_popcnt_u64(returns);
    after_return = returns >> 63;
  }
  for (; offset < count; offset++) {
    found += bytes[offset] == 0x0D || (bytes[offset] == 0x0A && !after_return);
    after_return = bytes[offset] == 0x0D;
  }
  return found;
}
#endif
