/* Reading and writing ASN.1: chosen values, and random ones from a fixed seed whose results are summed up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/asn1write.h>
#include <mbedtls/bignum.h>

static unsigned state = 1;

static unsigned random_number(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 16;
}

static unsigned sum;

static void add(const void *data, size_t len)
{
    const unsigned char *p = data;
    for (size_t i = 0; i < len; i++)
        sum = (sum ^ p[i]) * 16777619u;
}

static void add_number(long long n)
{
    if (getenv("VERBOSE") != NULL)
        printf(" %lld", n);
    add(&n, sizeof n);
}

static void add_buf(const unsigned char *data, const mbedtls_asn1_buf *b)
{
    add_number(b->tag);
    add_number((long long) b->len);
    add_number(b->p == NULL ? -1 : b->p - data);
}

static int visit(void *ctx, int tag, unsigned char *p, size_t len)
{
    int *left = ctx;
    add_number(tag);
    add_number((long long) len);
    add(p, len);
    return (*left)-- > 0 ? 0 : -77;
}

/* Where the pointer stands is told of a success, and of another tag than the first that is asked for. */
static void moved(int ret, const unsigned char *data, const unsigned char *p, int first)
{
    add_number(ret);
    if (ret == 0 || (first && ret == MBEDTLS_ERR_ASN1_UNEXPECTED_TAG))
        add_number(p - data);
}

enum { TAG, LENGTH, BOOL, INT, ENUM, MPI, BITS, BITS0, ALG, ALG0, SEQUENCE, TRAVERSE, KINDS };

static void read_one(int kind, unsigned char *data, size_t size)
{
    unsigned char *p = data, *end = data + size;
    size_t len = 0;
    int ret = 0, value = 0;
    mbedtls_asn1_buf alg = { 0, 0, NULL }, params = { 0, 0, NULL };
    if (kind == TAG) {
        ret = mbedtls_asn1_get_tag(&p, end, &len, data[0]);
        moved(ret, data, p, 1);
        if (ret == 0)
            add_number((long long) len);
        p = data;
        ret = mbedtls_asn1_get_tag(&p, end, &len, MBEDTLS_ASN1_OCTET_STRING);
    } else if (kind == LENGTH) {
        ret = mbedtls_asn1_get_len(&p, end, &len);
        if (ret == 0)
            add_number((long long) len);
    } else if (kind == BOOL) {
        ret = mbedtls_asn1_get_bool(&p, end, &value);
    } else if (kind == INT) {
        ret = mbedtls_asn1_get_int(&p, end, &value);
    } else if (kind == ENUM) {
        ret = mbedtls_asn1_get_enum(&p, end, &value);
    } else if (kind == MPI) {
        mbedtls_mpi n;
        unsigned char bytes[300];
        mbedtls_mpi_init(&n);
        ret = mbedtls_asn1_get_mpi(&p, end, &n);
        if (ret == 0 && mbedtls_mpi_write_binary(&n, bytes, sizeof bytes) == 0)
            add(bytes, sizeof bytes);
        mbedtls_mpi_free(&n);
    } else if (kind == BITS) {
        mbedtls_asn1_bitstring bits = { 0, 0, NULL };
        ret = mbedtls_asn1_get_bitstring(&p, end, &bits);
        if (ret == 0) {
            add_number((long long) bits.len);
            add_number(bits.unused_bits);
            add_number(bits.p - data);
        }
    } else if (kind == BITS0) {
        ret = mbedtls_asn1_get_bitstring_null(&p, end, &len);
        if (ret == 0)
            add_number((long long) len);
    } else if (kind == ALG) {
        ret = mbedtls_asn1_get_alg(&p, end, &alg, &params);
        if (ret == 0) {
            add_buf(data, &alg);
            add_buf(data, &params);
        }
    } else if (kind == ALG0) {
        ret = mbedtls_asn1_get_alg_null(&p, end, &alg);
        if (ret == 0)
            add_buf(data, &alg);
    } else if (kind == SEQUENCE) {
        mbedtls_asn1_sequence list = { { 0, 0, NULL }, NULL };
        ret = mbedtls_asn1_get_sequence_of(&p, end, &list, MBEDTLS_ASN1_INTEGER);
        for (const mbedtls_asn1_sequence *node = &list; ret == 0 && node != NULL; node = node->next)
            add_buf(data, &node->buf);
        mbedtls_asn1_sequence_free(list.next);
    } else {
        int left = 5;
        ret = mbedtls_asn1_traverse_sequence_of(&p, end, 0xc0, 0x00, 0x1e, 0x02, visit, &left);
    }
    moved(ret, data, p, kind < ALG);
    add_number(value);
}

static void chosen(const char *hex)
{
    unsigned char data[400];
    size_t size = 0;
    for (unsigned byte; sscanf(hex + 2 * size, "%2x", &byte) == 1; size++)
        data[size] = (unsigned char) byte;
    for (int kind = 0; kind < KINDS; kind++) {
        sum = 0;
        unsigned char *copy = malloc(size + 1);
        memcpy(copy, data, size);
        read_one(kind, copy, size);
        printf("%s %d: %08x\n", hex, kind, sum);
        free(copy);
    }
}

/* One value, often well-formed, sometimes with others in it. */
static size_t generate(unsigned char *out, size_t room, int depth)
{
    static const unsigned char tags[] = { 1, 2, 2, 3, 4, 5, 6, 10, 12, 16, 0x30, 0x30, 0x31, 0xa0, 0x82 };
    size_t len = 0;
    if (room < 8)
        return 0;
    unsigned char tag = tags[random_number() % sizeof tags];
    if ((tag & 0x20) && depth > 0)
        for (unsigned parts = random_number() % 4; parts > 0; parts--)
            len += generate(out + 6 + len, room - 6 - len, depth - 1);
    else
        for (len = random_number() % 7; len > 0 && random_number() % 5 == 0; )
            len--;
    unsigned char head[6];
    size_t n = 0;
    head[n++] = tag;
    switch (random_number() % 12) {
    case 0:
        head[n++] = 0x81;
        break;
    case 1:
        head[n++] = 0x83;
        head[n++] = 0;
        head[n++] = 0;
        break;
    case 2:
        head[n++] = (unsigned char) (0x80 + random_number() % 8);
    }
    head[n++] = (unsigned char) (len + (random_number() % 16 == 0) - (random_number() % 16 == 1));
    if (!((tag & 0x20) && depth > 0))
        for (size_t i = 0; i < len; i++)
            out[6 + i] = (unsigned char) (random_number() % 3 ? random_number() : random_number() % 3);
    memmove(out + n, out + 6, len);
    memcpy(out, head, n);
    return n + len;
}

static void random_values(void)
{
    for (int kind = 0; kind < KINDS; kind++) {
        sum = 0;
        int good = 0;
        for (int i = 0; i < 20000; i++) {
            unsigned char data[160];
            size_t size = generate(data, sizeof data - 8, 3);
            if (random_number() % 4 == 0 && size > 0)
                size -= random_number() % size;
            unsigned char *copy = malloc(size + 1);
            memcpy(copy, data, size);
            copy[size] = 0;
            unsigned char *p = copy;
            if (size > 0)
                read_one(kind, copy, size);
            size_t len;
            good += mbedtls_asn1_get_tag(&p, copy + size, &len, copy[0]) == 0;
            free(copy);
        }
        printf("random %d: %08x, %d of some kind\n", kind, sum, good);
    }
}

static void written(const char *what, int ret, const unsigned char *p, const unsigned char *end)
{
    printf("%s: %d", what, ret);
    if (ret >= 0)
        for (; p < end; p++)
            printf(" %02x", *p);
    printf("\n");
}

/* `call` writes before p; it is tried with every room up to `most`, and shown with the least that is enough. */
#define WRITE(most, call)                                                            \
    do {                                                                             \
        int shown = 0;                                                               \
        for (size_t room = 0; room <= (most); room++) {                              \
            unsigned char *buf = malloc(room + 1), *start = buf, *p = buf + room;    \
            int ret = (call);                                                        \
            if (ret != MBEDTLS_ERR_ASN1_BUF_TOO_SMALL && !shown++) {                 \
                printf("room %zu, ", room);                                          \
                written(#call, ret, p, buf + room);                                  \
            }                                                                        \
            if (ret >= 0 && ret != buf + room - p)                                   \
                printf("%s in %zu: %d\n", #call, room, ret);                         \
            free(buf);                                                               \
        }                                                                            \
    } while (0)

static void writing(void)
{
    static const unsigned char bytes[] = { 0xab, 0xcd, 0xe0, 0x00, 0x00, 0x40 };
    static const size_t lengths[] = { 0, 1, 127, 128, 255, 256, 65535, 65536, 0xffffff, 0x1000000, 0xffffffff, 0x100000000 };
    static const int numbers[] = { 0, 1, 127, 128, 255, 256, 32767, 32768, 8388607, 8388608, 2147483647, -1 };
    unsigned char value = 0;
    mbedtls_mpi n;
    mbedtls_mpi_init(&n);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        WRITE(6, mbedtls_asn1_write_len(&p, start, lengths[i]));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        WRITE(8, mbedtls_asn1_write_int(&p, start, numbers[i]));
        WRITE(8, mbedtls_asn1_write_enum(&p, start, numbers[i]));
    }
    WRITE(2, mbedtls_asn1_write_tag(&p, start, 0x30));
    WRITE(3, mbedtls_asn1_write_null(&p, start));
    WRITE(4, mbedtls_asn1_write_bool(&p, start, 0));
    WRITE(4, mbedtls_asn1_write_bool(&p, start, 2));
    WRITE(4, mbedtls_asn1_write_raw_buffer(&p, start, bytes, 3));
    WRITE(4, mbedtls_asn1_write_raw_buffer(&p, start, NULL, 0));
    WRITE(6, mbedtls_asn1_write_oid(&p, start, "\x2a\x03\x04", 3));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier(&p, start, "\x2a\x03\x04", 3, 0));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier(&p, start, "\x2a\x03\x04", 3, 5));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier_ext(&p, start, "\x2a\x03\x04", 3, 0, 0));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier_ext(&p, start, "\x2a\x03\x04", 3, 0, 1));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier_ext(&p, start, "\x2a\x03\x04", 3, 7, 1));
    WRITE(16, mbedtls_asn1_write_algorithm_identifier_ext(&p, start, "\x2a\x03\x04", 3, 7, 0));
    for (size_t bits = 0; bits <= 48; bits += bits < 25 ? 1 : 7) {
        WRITE(16, mbedtls_asn1_write_bitstring(&p, start, bytes, bits));
        WRITE(16, mbedtls_asn1_write_named_bitstring(&p, start, bytes, bits));
        WRITE(16, mbedtls_asn1_write_named_bitstring(&p, start, bytes + 3, bits < 17 ? bits : 16));
    }
    WRITE(16, mbedtls_asn1_write_octet_string(&p, start, bytes, 5));
    WRITE(16, mbedtls_asn1_write_utf8_string(&p, start, "abc", 3));
    WRITE(16, mbedtls_asn1_write_printable_string(&p, start, "abc", 2));
    WRITE(16, mbedtls_asn1_write_ia5_string(&p, start, "", 0));
    WRITE(16, mbedtls_asn1_write_tagged_string(&p, start, 0x82, "abcd", 4));
    WRITE(16, mbedtls_asn1_write_tagged_string(&p, start, 0x1ff, "abcd", 4));
    WRITE(8, mbedtls_asn1_write_mpi(&p, start, &n));
    for (int i = 0; i < 4; i++) {
        value = (unsigned char[]) { 1, 0x7f, 0x80, 0xff }[i];
        if (mbedtls_mpi_read_binary(&n, &value, 1) == 0)
            WRITE(8, mbedtls_asn1_write_mpi(&p, start, &n));
    }
    if (mbedtls_mpi_read_binary(&n, bytes, sizeof bytes) == 0)
        WRITE(16, mbedtls_asn1_write_mpi(&p, start, &n));
    mbedtls_mpi_free(&n);
}

static void show_list(const mbedtls_asn1_named_data *list)
{
    for (; list != NULL; list = list->next) {
        printf("  oid %d [%zu]", list->oid.tag, list->oid.len);
        for (size_t i = 0; i < list->oid.len; i++)
            printf(" %02x", list->oid.p[i]);
        printf(" val %d [%zu] %s", list->val.tag, list->val.len, list->val.p == NULL ? "null" : "");
        for (size_t i = 0; list->val.p != NULL && i < list->val.len; i++)
            printf(" %02x", list->val.p[i]);
        printf("\n");
    }
}

static void named_data(void)
{
    static const unsigned char value[] = "value";
    mbedtls_asn1_named_data *list = NULL, *found;
    static const struct {
        const char *oid;
        size_t oid_len;
        const unsigned char *value;
        size_t len;
    } steps[] = { { "\1\2", 2, value, 5 }, { "\1\2\3", 3, value, 1 }, { "\1", 1, NULL, 3 }, { "\1\2", 2, value, 5 },
                  { "\1\2", 2, value, 3 }, { "\1\2", 2, NULL, 5 },    { "\1\2", 2, NULL, 0 }, { "\1\2", 2, value, 2 },
                  { "\1\2\3", 3, value, 0 }, { "\4", 1, NULL, 0 },    { "\1", 1, value, 3 } };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        mbedtls_asn1_named_data *node = mbedtls_asn1_store_named_data(&list, steps[i].oid, steps[i].oid_len,
                                                                      steps[i].value, steps[i].len);
        printf("step %zu: %s, first %d\n", i, node == NULL ? "null" : "stored", node == list);
        show_list(list);
    }
    printf("find %d %d %d\n", mbedtls_asn1_find_named_data(list, "\1\2", 2) != NULL,
           mbedtls_asn1_find_named_data(list, "\1\3", 2) != NULL, mbedtls_asn1_find_named_data(NULL, "\1", 1) != NULL);
    found = list;
    printf("first found %d\n", mbedtls_asn1_find_named_data(list, (const char *) found->oid.p, found->oid.len) == found);
    mbedtls_asn1_free_named_data_list(&list);
    printf("freed %d\n", list == NULL);
    mbedtls_asn1_free_named_data_list(&list);
    mbedtls_asn1_free_named_data_list_shallow(NULL);
    mbedtls_asn1_named_data *node = calloc(1, sizeof *node), *next = calloc(1, sizeof *next);
    node->next = next;
    node->oid.p = (unsigned char *) "not freed";
    mbedtls_asn1_free_named_data_list_shallow(node);
    mbedtls_asn1_sequence_free(NULL);
    mbedtls_asn1_sequence *first = calloc(1, sizeof *first), *second = calloc(1, sizeof *second);
    first->next = second;
    mbedtls_asn1_sequence_free(first);
}

int main(void)
{
    static const char *const values[] = {
        "", "02", "0200", "020100", "02017f", "020180", "02020080", "0203010000", "02047fffffff", "020480000000",
        "020500ffffffff", "0205007fffffff", "0a0105", "0a00", "0a0180", "010100", "0101ff", "01020000", "0100", "0381",
        "0300", "030107", "03020700", "030208ff", "030100", "03020012", "040180", "048000", "0485000000000100",
        "0484ffffffff00", "04840000000155", "300506012a0500", "300506012a0500", "30030601", "300306012a",
        "300706012a05000500", "300606012a020105", "30080601 2a0203", "3000", "30060201050201ff", "3006020105040101",
        "300602010502", "30060201050202ff", "300402010502", "3102020105", "30060200020102ff",
        "3009020101020102020103ff",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        chosen(values[i]);
    random_values();
    writing();
    named_data();
    return 0;
}
