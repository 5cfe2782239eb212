// The bar: a hand-written loop that does the main job and nothing else: loop FILE THREADS
//
// Counts the records and sums the 7th and 8th column (人数, 料金) by the 3rd and 4th (区, 施設) of a plain UTF-8 file of
// ten columns. It trusts the file: no quotes, no marks, no check of columns, encoding or overflow. Prints CSV.
#include <fcntl.h>
#include <immintrin.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { block_bytes = 1 << 18, tail_bytes = 1 << 12, columns = 10, table_size = 1 << 12, key_bytes = 64 };

typedef struct {
  uint64_t hash;
  uint32_t length;
  char key[key_bytes];
  int64_t count, people, fees;
} group;

typedef struct {
  group *table;
  int64_t records;
} worker;

static int file;
static off_t file_bytes;
static atomic_llong next_block;

// Offsets of all commas and line feeds.
static uint32_t *index_ends(const uint8_t *text, size_t count, uint32_t *ends) {
  const __m256i comma = _mm256_set1_epi8(','), feed = _mm256_set1_epi8('\n');
  for (size_t offset = 0; offset < count; offset += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(text + offset));
    __m256i high = _mm256_loadu_si256((const __m256i *)(text + offset + 32));
    uint64_t bits =
        (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(_mm256_cmpeq_epi8(low, comma), _mm256_cmpeq_epi8(low, feed))) |
        (uint64_t)(uint32_t)_mm256_movemask_epi8(
            _mm256_or_si256(_mm256_cmpeq_epi8(high, comma), _mm256_cmpeq_epi8(high, feed)))
            << 32;
    int found = __builtin_popcountll(bits);
    for (int done = 0; done < found; done += 8) {
      for (int i = 0; i < 8; i++, bits &= bits - 1) ends[done + i] = (uint32_t)offset + (uint32_t)_tzcnt_u64(bits);
    }
    ends += found;
  }
  return ends;
}

static inline int64_t digits(const uint8_t *from, const uint8_t *to) {
  int64_t value = 0;
  for (; from < to; from++) value = value * 10 + (*from - '0');
  return value;
}

static inline uint64_t hash_of(const uint8_t *bytes, size_t count) {
  uint64_t hash = count, piece;
  for (; count >= 8; count -= 8, bytes += 8) {
    memcpy(&piece, bytes, 8);
    hash = _mm_crc32_u64(hash, piece);
  }
  piece = 0;
  // The bytes behind a key are there: more columns follow it.
  memcpy(&piece, bytes, 8);
  return _mm_crc32_u64(hash, _bzhi_u64(piece, (unsigned)(8 * count))) * 0x9E3779B97F4A7C15;
}

static inline group *find(group *table, const uint8_t *key, size_t length) {
  uint64_t hash = hash_of(key, length);
  for (size_t place = hash >> 52;; place = (place + 1) % table_size) {
    group *entry = &table[place];
    if (entry->hash == hash && entry->length == length && !memcmp(entry->key, key, length)) return entry;
    if (!entry->length) {
      entry->hash = hash;
      entry->length = (uint32_t)length;
      memcpy(entry->key, key, length);
      return entry;
    }
  }
}

static void take_records(worker *self, const uint8_t *text, const uint32_t *ends, const uint32_t *last) {
  for (; ends + columns <= last; ends += columns) {
    group *entry = find(self->table, text + ends[1] + 1, ends[3] - ends[1] - 1);
    entry->count++;
    entry->people += digits(text + ends[5] + 1, text + ends[6]);
    entry->fees += digits(text + ends[6] + 1, text + ends[7]);
  }
}

static void *work(void *argument) {
  worker *self = argument;
  uint8_t *buffer = aligned_alloc(4096, block_bytes + tail_bytes + 4096);
  uint32_t *ends = malloc((block_bytes + tail_bytes + 256) * sizeof *ends);
  for (;;) {
    off_t start = (off_t)atomic_fetch_add(&next_block, 1) * block_bytes;
    if (start >= file_bytes) break;
    ssize_t got = pread(file, buffer, block_bytes + tail_bytes, start);
    if (got <= 0) break;
    // A record belongs to the block in which the line feed before it stands.
    uint8_t *from = memchr(buffer, '\n', (size_t)got);
    size_t full = got < block_bytes ? (size_t)got : block_bytes;
    uint8_t *to = memrchr(buffer, '\n', (size_t)got);
    if ((size_t)got > full) to = memchr(buffer + full, '\n', (size_t)got - full);
    from++;
    memset(to + 1, 'x', 64);
    take_records(self, from, ends, index_ends(from, (size_t)(to + 1 - from), ends));
  }
  free(buffer);
  free(ends);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  int threads = atoi(argv[2]);
  file = open(argv[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) {
    perror(argv[1]);
    return 74;
  }
  file_bytes = status.st_size;
  worker workers[64] = {0};
  pthread_t running[64];
  for (int i = 0; i < threads; i++) {
    workers[i].table = calloc(table_size, sizeof(group));
    pthread_create(&running[i], NULL, work, &workers[i]);
  }
  for (int i = 0; i < threads; i++) pthread_join(running[i], NULL);
  for (int i = 1; i < threads; i++) {
    for (int j = 0; j < table_size; j++) {
      group *from = &workers[i].table[j];
      if (!from->length) continue;
      group *to = find(workers[0].table, (const uint8_t *)from->key, from->length);
      to->count += from->count;
      to->people += from->people;
      to->fees += from->fees;
    }
  }
  for (int j = 0; j < table_size; j++) {
    group *entry = &workers[0].table[j];
    if (!entry->length) continue;
    printf("%.*s,%lld,%lld,%lld\n", (int)entry->length, entry->key, (long long)entry->count,
           (long long)entry->people, (long long)entry->fees);
  }
  return 0;
}
