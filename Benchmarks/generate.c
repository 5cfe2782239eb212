// Writes the data of the benchmarks to standard output: generate KIND ROWS SEED
//
// The same seed gives the same records under every kind, so that answers can be compared between kinds.
//   plain     10 columns, about 100 bytes a record, UTF-8, nothing quoted
//   quoted    the same, every field quoted
//   cp932     the same as plain, in CP932
//   newlines  the same, with a tenth column that is quoted and holds line breaks and doubled quotes
//   wide      200 columns, of which three are asked for
//   groups    a first column with a million distinct values
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { wards = 7, centres = 40, slots = 3, states = 3, buffer_bytes = 1 << 20 };

static char ward_names[wards][32], centre_names[centres][64], slot_names[slots][16], state_names[states][32];
static char buffer[buffer_bytes + 65536];
static size_t used;
static uint64_t state;

static uint64_t next(void) {
  state += 0x9E3779B97F4A7C15;
  uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

// A number below `bound` from 32 bits.
static uint32_t below(uint32_t bits, uint32_t bound) { return (uint32_t)((uint64_t)bits * bound >> 32); }

static void put(char byte) { buffer[used++] = byte; }

static void text(const char *bytes) {
  size_t count = strlen(bytes);
  memcpy(buffer + used, bytes, count);
  used += count;
}

static void number(uint64_t value) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = (char)('0' + value % 10);
    value /= 10;
  } while (value);
  while (count) put(digits[--count]);
}

static void padded(uint32_t value, int width) {
  for (int i = width - 1; i >= 0; i--, value /= 10) buffer[used + (size_t)i] = (char)('0' + value % 10);
  used += (size_t)width;
}

static void flush_buffer(void) {
  if (fwrite(buffer, 1, used, stdout) != used) {
    perror("generate");
    exit(74);
  }
  used = 0;
}

// Copies a label, in CP932 where `encode` is set.
static void label(char *target, size_t room, const char *source, int encode) {
  if (!encode) {
    snprintf(target, room, "%s", source);
    return;
  }
  iconv_t converter = iconv_open("CP932", "UTF-8");
  char *in = (char *)source;
  size_t in_left = strlen(source), out_left = room - 1;
  char *out = target;
  if (converter == (iconv_t)-1 || iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1) {
    perror("iconv");
    exit(70);
  }
  *out = 0;
  iconv_close(converter);
}

static void make_labels(int encode) {
  static const char *const ward[wards] = {"門司区", "小倉北区", "小倉南区", "若松区", "八幡東区", "八幡西区", "戸畑区"};
  static const char *const slot[slots] = {"午前", "午後", "夜間"};
  static const char *const status[states] = {"利用済", "取消", "無断"};
  for (int i = 0; i < wards; i++) label(ward_names[i], sizeof ward_names[i], ward[i], encode);
  for (int i = 0; i < slots; i++) label(slot_names[i], sizeof slot_names[i], slot[i], encode);
  for (int i = 0; i < states; i++) label(state_names[i], sizeof state_names[i], status[i], encode);
  for (int i = 0; i < centres; i++) {
    char name[64];
    snprintf(name, sizeof name, "第%d市民センター", i + 1);
    label(centre_names[i], sizeof centre_names[i], name, encode);
  }
}

// Three fiscal years from 2022-04-01.
static void date(uint32_t day) {
  static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = 2022, month = 3;
  for (;;) {
    uint32_t length = (uint32_t)lengths[month] + (month == 1 && year % 4 == 0);
    if (day < length) break;
    day -= length;
    if (++month == 12) month = 0, year++;
  }
  padded((uint32_t)year, 4), put('-'), padded((uint32_t)month + 1, 2), put('-'), padded(day + 1, 2);
}

static void header(const char *kind) {
  static const char *const names[10] = {"予約番号", "利用日", "区", "施設", "時間帯", "年齢", "人数", "料金", "状態", "備考"};
  int quoted = !strcmp(kind, "quoted");
  if (!strcmp(kind, "wide")) {
    for (int i = 0; i < 200; i++) {
      if (i) put(',');
      if (i == 40) text("区");
      else if (i == 90) text("人数");
      else if (i == 190) text("料金");
      else text("c"), number((uint64_t)i);
    }
  } else if (!strcmp(kind, "groups")) {
    text("利用者,区,人数,料金");
  } else {
    for (int i = 0; i < 10; i++) {
      char name[32];
      label(name, sizeof name, names[i], !strcmp(kind, "cp932"));
      if (i) put(',');
      if (quoted) put('"');
      text(name);
      if (quoted) put('"');
    }
  }
  put('\n');
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: generate plain|quoted|cp932|newlines|wide|groups ROWS SEED\n");
    return 64;
  }
  const char *kind = argv[1];
  uint64_t rows = strtoull(argv[2], NULL, 10);
  state = strtoull(argv[3], NULL, 10);
  int quoted = !strcmp(kind, "quoted"), newlines = !strcmp(kind, "newlines");
  int wide = !strcmp(kind, "wide"), groups = !strcmp(kind, "groups");
  make_labels(!strcmp(kind, "cp932"));
  char days[1096][12];
  for (uint32_t day = 0; day < 1096; day++) {
    used = 0;
    date(day);
    memcpy(days[day], buffer, 10);
    days[day][10] = 0;
  }
  used = 0;
  header(kind);
  const char *between = quoted ? "\",\"" : ",";
  for (uint64_t row = 0; row < rows; row++) {
    uint64_t a = next(), b = next(), c = next();
    const char *ward = ward_names[below((uint32_t)a, wards)];
    const char *centre = centre_names[below((uint32_t)(a >> 32), centres)];
    uint32_t age = below((uint32_t)c & 0xFFFF0000, 100), people = 1 + below((uint32_t)b, 60);
    uint32_t fee = 10 * below((uint32_t)(b >> 32), 2000);
    if (wide) {
      for (int i = 0; i < 200; i++) {
        if (i) put(',');
        if (i == 40) text(ward);
        else if (i == 90) number(people);
        else if (i == 190) number(fee);
        else number((a >> (i & 31)) & 1023);
      }
    } else if (groups) {
      text("U"), padded(below((uint32_t)c, 1000000), 7);
      put(','), text(ward), put(','), number(people), put(','), number(fee);
    } else {
      if (quoted) put('"');
      number(1000000000 + row), text(between);
      text(days[below((uint32_t)(c >> 32), 1096)]), text(between);
      text(ward), text(between), text(centre), text(between);
      text(slot_names[row % slots]), text(between);
      number(age), text(between), number(people), text(between), number(fee), text(between);
      text(state_names[(a >> 16 & 15) < 13 ? 0 : (a >> 16 & 15) - 13]), text(between);
      if (newlines) {
        put('"'), padded((uint32_t)(b & 0xFFFF), 5), text(b & 1 ? "\n二行目, \"\"要確認\"\"" : "\n"), put('"');
      } else {
        padded((uint32_t)(b & 0xFFFFFF), 14);
      }
      if (quoted) put('"');
    }
    put('\n');
    if (used >= buffer_bytes) flush_buffer();
  }
  flush_buffer();
  return fflush(stdout) ? 74 : 0;
}
