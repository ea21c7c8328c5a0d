/* Certificates and revocation lists with changed, missing and added bytes: each is read or refused with the same code. They are those
 * of tests/certificates, which stay as they are. Changes come from a generator with a fixed seed; a line stands for many inputs, with a
 * checksum of all codes. With an argument, every code is printed. */
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int verbose;
static unsigned long checksum, refused;
static uint32_t state;

static uint32_t random_number(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static void note(const char *what, size_t at, int code)
{
    refused += code != 0;
    checksum = (checksum * 31 + (unsigned) code) & 0xffffffff;
    if (verbose) {
        printf("    %s %zu: -0x%04x\n", what, at, (unsigned) -code);
    }
}

static int parse(int list, const unsigned char *bytes, size_t length)
{
    mbedtls_x509_crt crt;
    mbedtls_x509_crl crl;
    int code;

    if (list) {
        mbedtls_x509_crl_init(&crl);
        code = mbedtls_x509_crl_parse(&crl, bytes, length);
        mbedtls_x509_crl_free(&crl);
    } else {
        mbedtls_x509_crt_init(&crt);
        code = mbedtls_x509_crt_parse(&crt, bytes, length);
        mbedtls_x509_crt_free(&crt);
    }
    return code;
}

static void begin(uint32_t seed)
{
    checksum = refused = 0;
    state = seed;
}

static void end(const char *what)
{
    printf("  %s: %lu refused, %08lx\n", what, refused, checksum);
}

static size_t read_whole(const char *name, unsigned char *bytes, size_t capacity)
{
    char path[512];

    snprintf(path, sizeof path, "%s/../../tests/certificates/%s", getenv("CERTS"), name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    size_t length = fread(bytes, 1, capacity, file);
    fclose(file);
    return length;
}

/* The public key is the pk module's: where it starts and ends in a certificate, so that it stays as it is. */
static void find_key(const unsigned char *bytes, size_t length, size_t *start, size_t *stop)
{
    mbedtls_x509_crt crt;

    *start = *stop = length;
    mbedtls_x509_crt_init(&crt);
    if (mbedtls_x509_crt_parse_der(&crt, bytes, length) == 0) {
        *start = (size_t) (crt.pk_raw.p - crt.raw.p);
        *stop = *start + crt.pk_raw.len;
    }
    mbedtls_x509_crt_free(&crt);
}

static void damage(const char *name, int list)
{
    static unsigned char good[8192], bad[8192 + 8];
    size_t length = read_whole(name, good, sizeof good), start, stop;

    printf("%s\n", name);
    if (list) {
        start = stop = length;
    } else {
        find_key(good, length, &start, &stop);
    }
    begin(1);
    for (size_t cut = 0; cut < length; cut++) {
        note("cut", cut, parse(list, good, cut));
    }
    end("cut");
    static const unsigned char values[] = { 0x00, 0xff, 0x30, 0x0c, 0x84 };
    begin(1);
    for (size_t at = 0; at < length; at++) {
        if (at >= start && at < stop) {
            continue;
        }
        for (size_t v = 0; v < sizeof values; v++) {
            memcpy(bad, good, length);
            bad[at] = values[v];
            note("changed", at * 100 + v, parse(list, bad, length));
        }
        for (int bit = 0; bit < 8; bit += 2) {
            memcpy(bad, good, length);
            bad[at] ^= (unsigned char) (1 << bit);
            note("bit", at * 10 + (size_t) bit, parse(list, bad, length));
        }
    }
    end("one byte changed");
    begin(length & 0xffffffff);
    for (size_t i = 0; i < 1000; i++) {
        memcpy(bad, good, length);
        for (uint32_t changes = 2 + random_number(4); changes > 0; changes--) {
            size_t at = random_number((uint32_t) length);
            unsigned char value = (unsigned char) random_number(256);
            if (at < start || at >= stop) {
                bad[at] = value;
            }
        }
        note("several", i, parse(list, bad, length));
    }
    end("several bytes changed");
    begin(1);
    for (size_t at = 0; at <= length; at += 3) {
        if (at > start && at < stop) {
            continue;
        }
        memcpy(bad, good, at);
        bad[at] = 5;
        memcpy(bad + at + 1, good + at, length - at);
        note("added", at, parse(list, bad, length + 1));
        if (at < length) {
            memcpy(bad, good, at);
            memcpy(bad + at, good + at + 1, length - at - 1);
            note("gone", at, parse(list, bad, length - 1));
        }
    }
    end("a byte more or less");
}

static void junk(int list)
{
    static unsigned char bytes[600];

    printf("%s\n", list ? "no revocation list" : "no certificate");
    begin(7);
    for (size_t i = 0; i < 1000; i++) {
        size_t length = random_number(sizeof bytes);
        for (size_t at = 0; at < length; at++) {
            bytes[at] = (unsigned char) random_number(256);
        }
        note("bytes", i, parse(list, bytes, length));
        if (length > 4) {
            /* as if it began like one */
            bytes[0] = 0x30;
            bytes[1] = 0x82;
            bytes[2] = (unsigned char) ((length - 4) >> 8);
            bytes[3] = (unsigned char) (length - 4);
            note("sequence", i, parse(list, bytes, length));
        }
        for (size_t at = 0; at < length; at++) {
            bytes[at] = "\x30\x31\x02\x01\x06\xa0\xa3\x17"[random_number(8)];
        }
        note("tags", i, parse(list, bytes, length));
    }
    end("random");
}

int main(int argc, char **argv)
{
    static const char *const certificates[] = { "leaf.der",
                                                "narrow.der",
                                                "departures/policy-any.der",
                                                "departures/v1-leaf.der",
                                                "departures/pss-sha256-20.der",
                                                "departures/critical-ids.der" };
    static const char *const lists[] = { "leaf.crl", "stale.crl" };

    verbose = argc > 1 && argv[1] != NULL;
    if (getenv("CERTS") == NULL) {
        return 2;
    }
    for (size_t i = 0; i < sizeof certificates / sizeof *certificates; i++) {
        damage(certificates[i], 0);
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        damage(lists[i], 1);
    }
    junk(0);
    junk(1);
    return 0;
}
