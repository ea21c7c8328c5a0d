/* Keys read from files and from memory, where the reference agrees. The folder with the keys is the first argument. */
#include <mbedtls/pk.h>

#include <stdio.h>
#include <string.h>

static const char *folder = "tests/keys";
static char name_buffer[4096];

static const char *path(const char *name)
{
    snprintf(name_buffer, sizeof(name_buffer), "%s/%s", folder, name);
    return name_buffer;
}

/* Only the reference asks for random bytes, and none of what is printed hangs on them. */
static int pseudo_random(void *state, unsigned char *output, size_t length)
{
    unsigned *seed = state;
    for (size_t i = 0; i < length; i++) {
        *seed = *seed * 1103515245u + 12345u;
        output[i] = (unsigned char) (*seed >> 16);
    }
    return 0;
}

static unsigned seed = 1;

static void print_code(const char *what, int code)
{
    printf("%s: -0x%04x\n", what, (unsigned) -code);
}

static void print_key(const mbedtls_pk_context *pk)
{
    printf("  type %u, %s, %u bits, %u bytes, can", (unsigned) mbedtls_pk_get_type(pk), mbedtls_pk_get_name(pk),
           (unsigned) mbedtls_pk_get_bitlen(pk), (unsigned) mbedtls_pk_get_len(pk));
    for (int type = MBEDTLS_PK_NONE; type <= MBEDTLS_PK_OPAQUE; type++) {
        printf(" %d", mbedtls_pk_can_do(pk, (mbedtls_pk_type_t) type));
    }
    puts("");
}

static int parse_file(mbedtls_pk_context *pk, const char *name, const char *password)
{
    return mbedtls_pk_parse_keyfile(pk, path(name), password, pseudo_random, &seed);
}

static void private_file(const char *name, const char *password)
{
    mbedtls_pk_context pk;
    mbedtls_pk_init(&pk);
    print_code(name, parse_file(&pk, name, password));
    print_key(&pk);
    mbedtls_pk_free(&pk);
}

static void public_file(const char *name)
{
    mbedtls_pk_context pk;
    mbedtls_pk_init(&pk);
    print_code(name, mbedtls_pk_parse_public_keyfile(&pk, path(name)));
    print_key(&pk);
    mbedtls_pk_free(&pk);
}

static void formats(void)
{
    static const char *const names[] = {
        "rsa1024.pem", "rsa1024.der", "secp256k1.pem", "secp256k1.der", "brainpoolP256r1.pem", "brainpoolP256r1.der", "x25519.pk8.pem",
        "rsa2048.pem", "rsa2048.der", "rsa2048.pk8.pem", "rsa2048.pk8.der", "rsa3072.pem", "rsa4096.der",
        "prime256v1.pem", "prime256v1.der", "prime256v1.pk8.pem", "prime256v1.pk8.der", "prime256v1.nopublic.pem",
        "secp384r1.pem", "secp384r1.der", "secp384r1.pk8.pem", "secp384r1.nopublic.pem",
        "secp521r1.pem", "secp521r1.der", "secp521r1.pk8.pem", "secp521r1.pk8.der", "secp521r1.nopublic.pem",
        "prime256v1.pub.pem", "prime256v1.pub.der", "rsa2048.pub.pem", "message", "missing",
    };
    puts("- private keys");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        private_file(names[i], NULL);
        private_file(names[i], "a password that is not needed");
    }
}

static void encrypted(void)
{
    static const char *const names[] = {
        "prime256v1.SHA1.pk8.pem", "prime256v1.SHA256.pk8.pem", "prime256v1.SHA384.pk8.pem", "prime256v1.SHA512.pk8.pem",
        "prime256v1.aes-128-cbc.pem", "prime256v1.aes-192-cbc.pem", "prime256v1.aes-256-cbc.pem",
        "prime256v1.aes-128-cbc.pk8.pem", "prime256v1.aes-192-cbc.pk8.pem", "prime256v1.aes-256-cbc.pk8.pem",
        "prime256v1.des.pem", "prime256v1.des.pk8.pem", "prime256v1.des3.pem", "prime256v1.des3.pk8.pem",
        "prime256v1.encrypted.pk8.der", "prime256v1.pkcs12.pk8.pem", "prime256v1.pkcs12-2des.pk8.pem",
        "prime256v1.SHA224.pk8.pem", "prime256v1.scrypt.pk8.pem",
    };
    puts("- encrypted keys: no password, an empty one, a wrong one, the right one");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        private_file(names[i], NULL);
        private_file(names[i], "");
        private_file(names[i], "wrong");
        private_file(names[i], "secret");
    }
}

static void public_keys(void)
{
    static const char *const names[] = {
        "rsa1024.pub.der", "rsa2048.pub.der", "rsa2048.pub.pem", "rsa2048.rsapub.der", "rsa2048.rsapub.pem",
        "rsa4096.pub.der", "prime256v1.pub.der", "prime256v1.pub.pem", "secp384r1.pub.der", "secp521r1.pub.der",
        "secp256k1.pub.der", "brainpoolP256r1.pub.der", "prime256v1.pem", "prime256v1.der", "prime256v1.pk8.der",
        "rsa2048.pem", "rsa2048.der", "message", "missing",
    };
    puts("- public keys");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        public_file(names[i]);
    }
}

static void memory(void)
{
    static const char *const texts[] = {
        "", "garbage",
        "-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n",
        "-----BEGIN EC PRIVATE KEY-----\nA*AA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
        "-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: RC2-CBC,0011223344556677\n\nAAAA\n"
        "-----END EC PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nA\n-----END RSA PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN DSA PRIVATE KEY-----\nMAA=\n-----END DSA PRIVATE KEY-----\n",
        "-----END RSA PRIVATE KEY-----\n-----BEGIN RSA PRIVATE KEY-----\nMAA=\n",
    };
    puts("- from memory: private without and with a password");
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const unsigned char *text = (const unsigned char *) texts[i];
        mbedtls_pk_context pk;
        mbedtls_pk_init(&pk);
        printf("%u ", (unsigned) i);
        print_code("key", mbedtls_pk_parse_key(&pk, text, strlen(texts[i]) + 1, NULL, 0, pseudo_random, &seed));
        print_code("  password", mbedtls_pk_parse_key(&pk, text, strlen(texts[i]) + 1, (const unsigned char *) "secret",
                                                       6, pseudo_random, &seed));
        mbedtls_pk_free(&pk);
    }
}

static void length_counts_the_nul(void)
{
    static unsigned char text[4096];
    FILE *file = fopen(path("prime256v1.pem"), "rb");
    size_t length = file == NULL ? 0 : fread(text, 1, sizeof(text) - 1, file);
    mbedtls_pk_context pk;

    if (file != NULL) {
        fclose(file);
    }
    puts("- PEM in memory, a second key, and a context that is used again");
    mbedtls_pk_init(&pk);
    print_code("without NUL", mbedtls_pk_parse_key(&pk, text, length, NULL, 0, pseudo_random, &seed));
    print_code("with NUL", mbedtls_pk_parse_key(&pk, text, length + 1, NULL, 0, pseudo_random, &seed));
    mbedtls_pk_free(&pk);
    print_key(&pk);
    print_code("again", mbedtls_pk_parse_key(&pk, text, length + 1, NULL, 0, pseudo_random, &seed));
    print_key(&pk);
    mbedtls_pk_free(&pk);
    mbedtls_pk_free(&pk);
    mbedtls_pk_free(NULL);
}

static void pairs(void)
{
    enum { RSA, EC, P384, RSA3072, RSA_PUBLIC, EC_PUBLIC, EMPTY, COUNT };
    mbedtls_pk_context keys[COUNT];

    puts("- pairs: public key, private key, code");
    for (int i = 0; i < COUNT; i++) {
        mbedtls_pk_init(&keys[i]);
    }
    parse_file(&keys[RSA], "rsa2048.pem", NULL);
    parse_file(&keys[RSA3072], "rsa3072.pem", NULL);
    parse_file(&keys[EC], "prime256v1.pem", NULL);
    parse_file(&keys[P384], "secp384r1.pem", NULL);
    mbedtls_pk_parse_public_keyfile(&keys[RSA_PUBLIC], path("rsa2048.pub.pem"));
    mbedtls_pk_parse_public_keyfile(&keys[EC_PUBLIC], path("prime256v1.pub.pem"));
    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < COUNT; j++) {
            printf("%d %d ", i, j);
            print_code("pair", mbedtls_pk_check_pair(&keys[i], &keys[j], pseudo_random, &seed));
        }
    }
    for (int i = 0; i < COUNT; i++) {
        mbedtls_pk_free(&keys[i]);
    }
}

static void types(void)
{
    puts("- types by number");
    for (int type = 0; type < 10; type++) {
        printf("%d %d\n", type, mbedtls_pk_info_from_type((mbedtls_pk_type_t) type) != NULL);
    }
    print_key(NULL);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        folder = argv[1];
    }
    formats();
    encrypted();
    public_keys();
    memory();
    length_counts_the_nul();
    pairs();
    types();
    return 0;
}
