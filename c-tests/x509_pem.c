/* Certificates, revocation lists and requests in text that somebody has edited: each way alone, between two good blocks, and many
 * at random. A line has the code and how many were added; with an argument, the random ones have lines, too. */
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/bytes.h"

enum kind { CERTIFICATE, LIST, REQUEST };

static const char *const labels[] = { "CERTIFICATE", "X509 CRL", "CERTIFICATE REQUEST" };
static char good[8192], text[1 << 16];

static void load(const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", getenv("CERTS"), name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    good[fread(good, 1, sizeof good - 1, file)] = '\0';
    fclose(file);
    memmove(good, strstr(good, "-----BEGIN"), strlen(strstr(good, "-----BEGIN")) + 1);
}

static int read_text(enum kind kind, size_t length, int *added)
{
    const unsigned char *bytes = (const unsigned char *) text;
    mbedtls_x509_crt crt;
    mbedtls_x509_crl crl;
    mbedtls_x509_csr csr;
    int code = 0;

    *added = 0;
    switch (kind) {
    case CERTIFICATE:
        mbedtls_x509_crt_init(&crt);
        code = mbedtls_x509_crt_parse(&crt, bytes, length);
        for (const mbedtls_x509_crt *at = &crt; at != NULL; at = at->next) {
            *added += at->version != 0;
        }
        mbedtls_x509_crt_free(&crt);
        break;
    case LIST:
        mbedtls_x509_crl_init(&crl);
        code = mbedtls_x509_crl_parse(&crl, bytes, length);
        for (const mbedtls_x509_crl *at = &crl; at != NULL; at = at->next) {
            *added += at->version != 0;
        }
        mbedtls_x509_crl_free(&crl);
        break;
    case REQUEST:
        mbedtls_x509_csr_init(&csr);
        code = mbedtls_x509_csr_parse(&csr, bytes, length);
        *added = csr.version;
        mbedtls_x509_csr_free(&csr);
    }
    return code;
}

/* What is put in front of or behind each line's end, in the first line, in the block, and behind it. */
struct edit {
    const char *name;
    const char *first_line; /* instead of the first line's label and dashes: "%s" is the label */
    const char *headers;
    const char *line_end;
    const char *in_block; /* instead of a character in the second line of base64 */
    const char *last_line;
};

static const struct edit edits[] = {
    { "as it is", 0, 0, 0, 0, 0 },
    { "lines of Windows", 0, 0, "\r\n", 0, 0 },
    { "lines of an old Mac", 0, 0, "\r", 0, 0 },
    { "no line ends", 0, 0, "", 0, 0 },
    { "a space behind each line", 0, 0, " \n", 0, 0 },
    { "a tab behind each line", 0, 0, "\t\n", 0, 0 },
    { "a space in front of each line", 0, 0, "\n ", 0, 0 },
    { "blank lines", 0, 0, "\n\n", 0, 0 },
    { "another label", "-----BEGIN TRUSTED %s-----", 0, 0, 0, 0 },
    { "another label at the end", 0, 0, 0, 0, "-----END X%s-----" },
    { "small letters", "-----begin %s-----", 0, 0, 0, 0 },
    { "four dashes", "----BEGIN %s-----", 0, 0, 0, 0 },
    { "six dashes", "------BEGIN %s-----", 0, 0, 0, 0 },
    { "more in the first line", "-----BEGIN %s-----x", 0, 0, 0, 0 },
    { "a space behind the first line", "-----BEGIN %s----- ", 0, 0, 0, 0 },
    { "indented", "  -----BEGIN %s-----", 0, 0, 0, 0 },
    { "begun twice", "-----BEGIN %1$s-----\n-----BEGIN %1$s-----", 0, 0, 0, 0 },
    { "ended twice", 0, 0, 0, 0, "-----END %1$s-----\n-----END %1$s-----" },
    { "no end", 0, 0, 0, 0, "%.0s" },
    { "half an end", 0, 0, 0, 0, "-----END %s---" },
    { "nothing in it", "-----BEGIN %1$s-----\n-----END %1$s-----", 0, 0, 0, 0 },
    { "a line end in it", "-----BEGIN %1$s-----\n\n-----END %1$s-----\n", 0, 0, 0, "%.0s" },
    { "no base64", 0, 0, 0, "!", 0 },
    { "padding inside", 0, 0, 0, "=", 0 },
    { "a dash inside", 0, 0, 0, "-", 0 },
    { "a character more", 0, 0, 0, "AA", 0 },
    { "a character less", 0, 0, 0, "", 0 },
    { "no DER", 0, 0, 0, 0, "-----END %1$s-----\n-----BEGIN %1$s-----\nMAA=\n-----END %1$s-----" },
    { "a header", 0, "Comment: none\n\n", 0, 0, 0 },
    { "encrypted", 0, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n", 0, 0, 0 },
    { "encrypted, lines of Windows", 0, "Proc-Type: 4,ENCRYPTED\r\nDEK-Info: DES-CBC,0011223344556677\r\n\r\n", "\r\n", 0, 0 },
    { "an unknown cipher", 0, "Proc-Type: 4,ENCRYPTED\nDEK-Info: ROT13,00\n\n", 0, 0, 0 },
    { "a bad IV", 0, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0Z112233445566778899AABBCCDDEEFF\n\n", 0, 0, 0 },
    { "half an encryption", 0, "Proc-Type: 4,ENCRYPTED\n", 0, 0, 0 },
    { "not encrypted, but said so", 0, "Proc-Type: 4,MIC-CLEAR\n\n", 0, 0, 0 },
};
enum { EDITS = sizeof edits / sizeof *edits };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static size_t write_block(char *out, enum kind kind, const struct edit *edit)
{
    const char *line_end = edit->line_end != NULL ? edit->line_end : "\n";
    char *at = out + sprintf(out, edit->first_line != NULL ? edit->first_line : "-----BEGIN %s-----", labels[kind]);
    int line = 0;

    at += sprintf(at, "%s%s", line_end, edit->headers != NULL ? edit->headers : "");
    for (const char *from = strchr(good, '\n') + 1; *from != '-'; from = strchr(from, '\n') + 1) {
        size_t length = strcspn(from, "\n");
        if (++line == 2 && edit->in_block != NULL) {
            at += sprintf(at, "%.9s%s%.*s%s", from, edit->in_block, (int) length - 10, from + 10, line_end);
        } else {
            at += sprintf(at, "%.*s%s", (int) length, from, line_end);
        }
    }
    at += sprintf(at, edit->last_line != NULL ? edit->last_line : "-----END %s-----", labels[kind]);
    return (size_t) (at + sprintf(at, "%s", line_end) - out);
}
#pragma GCC diagnostic pop

static void show(enum kind kind, const char *what, size_t length)
{
    int added, code = read_text(kind, length, &added);

    printf("  %s: %d, %d added\n", what, code, added);
}

static void each(enum kind kind)
{
    for (size_t i = 0; i < EDITS; i++) {
        size_t length = write_block(text, kind, &edits[i]);
        printf("%s\n", edits[i].name);
        show(kind, "alone", length + 1);
        show(kind, "without NUL", length);
        length += write_block(text + length, kind, &edits[0]);
        show(kind, "first", length + 1);
        length = write_block(text, kind, &edits[0]);
        length += write_block(text + length, kind, &edits[i]);
        show(kind, "last", length + 1);
        length += write_block(text + length, kind, &edits[0]);
        show(kind, "between", length + 1);
    }
    size_t length = write_block(text, kind, &edits[0]);
    strcpy(text + length, "\n");
    show(kind, "a line behind it", length + 2);
    memset(text + length, 0, 3);
    show(kind, "two NULs behind it", length + 2);
    length = write_block(text + length + 1, kind, &edits[0]) + length + 1;
    show(kind, "a NUL between two", length + 1);
}

static void random_ones(enum kind kind, int verbose)
{
    static const char characters[] = "-\n\r =!:\t\0\xff";
    unsigned long sum = 0, read = 0;

    reseed(20 + kind);
    for (int round = 0; round < 1500; round++) {
        size_t length = 0;
        for (unsigned blocks = 1 + pick(3); blocks > 0; blocks--) {
            length += write_block(text + length, kind, &edits[pick(2) != 0 ? 0 : pick(EDITS)]);
        }
        for (unsigned changes = pick(3); changes > 0; changes--) {
            size_t at = pick((unsigned) length);
            text[at] = characters[pick(sizeof characters - 1)];
        }
        int added, code = read_text(kind, length + 1, &added);
        read += code == 0;
        sum = (sum * 31 + (unsigned) code * 7 + (unsigned) added) & 0xffffffff;
        if (verbose) {
            printf("    %d: %d, %d added\n", round, code, added);
        }
    }
    printf("at random: %lu read, %08lx\n", read, sum);
}

int main(int argc, char **argv)
{
    static const char *const files[] = { "ca.crt", "chains/leaf.crl", "odd/plain.csr" };

    (void) argv;
    if (getenv("CERTS") == NULL) {
        return 2;
    }
    for (enum kind kind = CERTIFICATE; kind <= REQUEST; kind++) {
        printf("== %s\n", labels[kind]);
        load(files[kind]);
        each(kind);
        random_ones(kind, argc > 1);
    }
    return 0;
}
