// Four cells at a time, each in its own 64 bits.
#include "paths.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "digits.h"

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __attribute__((always_inline)) size_t read_four(
    const field_chunk *chunk, size_t row, unsigned trims, int64_t *values, uint32_t *others, size_t found) {
  uint64_t bytes[4], counts[4];
  for (unsigned i = 0; i < 4; i++) {
    digits_field field = digits_field_of(chunk, row + i, trims);
    memcpy(bytes + i, field.start, 8);
    counts[i] = field.count;
  }
  __m256i count = _mm256_loadu_si256((const __m256i *)counts);
  __m256i loaded = _mm256_loadu_si256((const __m256i *)bytes);
  // A shift by 64 and more, which is what an empty cell and a long one come to, leaves zeros.
  __m256i shift = _mm256_sub_epi64(_mm256_set1_epi64x(64), _mm256_slli_epi64(count, 3));
  __m256i digits = _mm256_xor_si256(
      _mm256_sllv_epi64(loaded, shift), _mm256_sllv_epi64(_mm256_set1_epi8('0'), shift));
  __m256i beyond = _mm256_subs_epu8(digits, _mm256_set1_epi8(9));
  __m256i wrong = _mm256_or_si256(beyond, _mm256_cmpgt_epi64(_mm256_set1_epi64x(1), count));
  wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(count, _mm256_set1_epi64x(8)));
  __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(10 | 1 << 8));
  __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(100 | 1 << 16));
  // The upper four digits stand in the lower half.
  __m256i upper = _mm256_mul_epu32(fours, _mm256_set1_epi64x(10000));
  __m256i value = _mm256_add_epi64(upper, _mm256_srli_epi64(fours, 32));
  __m256i fine = _mm256_cmpeq_epi64(wrong, _mm256_setzero_si256());
  unsigned bad = ~(unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(fine)) & 15;
  _mm256_storeu_si256((__m256i *)(values + row), value);
  while (__builtin_expect(bad != 0, 0)) {
    unsigned i = (unsigned)__builtin_ctz(bad);
    values[row + i] = -1;
    others[found++] = (uint32_t)(row + i);
    bad &= bad - 1;
  }
  return found;
}

AVX2 size_t field_digits_avx2(const field_chunk *chunk, size_t rows, int64_t *values, uint32_t *others) {
  size_t found = 0, row = 0;
  if (chunk->trims_return) {
    for (; row + 4 <= rows; row += 4) found = read_four(chunk, row, 1, values, others, found);
  } else {
    for (; row + 4 <= rows; row += 4) found = read_four(chunk, row, 0, values, others, found);
  }
  return found + field_digits_portable(chunk, row, rows, values, others + found);
}
#endif
