// Keys of up to 64 bytes, which nearly all are, hashed and compared without a branch on their length: two registers are
// loaded whatever it is, and a mask takes off what is behind the key.
#include "paths.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include "long_keys.h"

#define KEY_TARGET __attribute__((target("avx2,aes")))
#define KEY_INLINE KEY_TARGET __attribute__((always_inline)) static inline

// 64 bytes from masks + 64 − n begin with n bytes of ones.
static const uint8_t masks[128] __attribute__((aligned(64))) = {
#define EIGHT 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
    EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT,
#undef EIGHT
};

typedef struct {
  __m256i low;
  __m256i high;
} key_bytes;

KEY_INLINE key_bytes key_load(const uint8_t *bytes, size_t count) {
  const uint8_t *mask = masks + 64 - count;
  key_bytes loaded = {
      _mm256_and_si256(_mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)mask)),
      _mm256_and_si256(
          _mm256_loadu_si256((const __m256i *)(bytes + 32)), _mm256_loadu_si256((const __m256i *)(mask + 32)))};
  return loaded;
}

KEY_INLINE uint64_t key_hash(const uint8_t *bytes, size_t count) {
  if (__builtin_expect(count > 64, 0)) return long_key_hash(bytes, count);
  key_bytes key = key_load(bytes, count);
  // Rounds of AES spread every bit of the key over the whole; nothing here is secret.
  __m128i seed = _mm_set_epi64x((long long)0x9E3779B97F4A7C15, (long long)count);
  __m128i low = _mm_aesenc_si128(
      _mm_xor_si128(_mm256_castsi256_si128(key.low), seed), _mm256_extracti128_si256(key.low, 1));
  __m128i high = _mm_aesenc_si128(
      _mm_xor_si128(_mm256_castsi256_si128(key.high), _mm_set1_epi64x((long long)0xE7037ED1A0B428DB)),
      _mm256_extracti128_si256(key.high, 1));
  __m128i mixed = _mm_aesenc_si128(_mm_aesenc_si128(_mm_aesenc_si128(low, high), seed), seed);
  return (uint64_t)_mm_cvtsi128_si64(mixed);
}

KEY_INLINE int key_equal(const uint8_t *left, const uint8_t *right, size_t count) {
  if (__builtin_expect(count > 64, 0)) return long_key_equal(left, right, count);
  key_bytes one = key_load(left, count);
  key_bytes other = key_load(right, count);
  __m256i difference =
      _mm256_or_si256(_mm256_xor_si256(one.low, other.low), _mm256_xor_si256(one.high, other.high));
  return _mm256_testz_si256(difference, difference);
}

#include "keys.h"

KEY_TARGET uint64_t field_keys_hash_avx2(const uint8_t *bytes, size_t count) { return key_hash(bytes, count); }

KEY_TARGET size_t field_keys_find_avx2(
    const field_keys_table *table, const field_chunk *chunk, size_t from, size_t rows, uint32_t *ids) {
  return keys_find(table, chunk, from, rows, ids);
}

KEY_TARGET size_t field_keys_find_rows_avx2(
    const field_keys_table *table, const uint8_t *text, const field_keys_row *rows, const uint32_t *order, size_t from,
    size_t count, uint32_t *ids) {
  return keys_find_rows(table, text, rows, order, from, count, ids);
}
#endif
