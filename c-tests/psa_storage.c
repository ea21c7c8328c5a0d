/* PSA keys in files: their bytes, what makes and removes them, what damaged ones come to, and who else sees them. */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <pthread.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHOW(call) printf("%s: %d\n", #call, (int) (call))
#define SECRET ((const uint8_t *) "a secret of 24 bytes....")
#define SECP_R1 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1)
#define X25519 PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY)

static mbedtls_svc_key_id_t id;
static uint8_t out[9000], file[9000];
static size_t len;

static const char *name(mbedtls_svc_key_id_t key) {
  static char text[40];
  snprintf(text, sizeof text, "%016lx.psa_its", (unsigned long) key);
  return text;
}

static size_t load(mbedtls_svc_key_id_t key) {
  FILE *f = fopen(name(key), "rb");
  if (!f) return 0;
  size_t count = fread(file, 1, sizeof file, f);
  fclose(f);
  return count;
}

static void save(mbedtls_svc_key_id_t key, size_t count) {
  FILE *f = fopen(name(key), "wb");
  if (!f || fwrite(file, 1, count, f) != count || fclose(f)) abort();
}

static void dump(mbedtls_svc_key_id_t key) {
  size_t count = load(key);
  printf("file %x, %zu bytes:", (unsigned) key, count);
  for (size_t i = 0; i < count && i < 200; i++) printf("%s%02x", i % 32 ? "" : "\n  ", file[i]);
  puts("");
}

static int later(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static void list(void) {
  struct dirent **entries;
  int count = scandir(".", &entries, NULL, later);
  printf("directory:");
  for (int i = 0; i < count; i++) {
    struct stat status;
    if (entries[i]->d_name[0] != '.' && !stat(entries[i]->d_name, &status)) printf(" %s(%ld)", entries[i]->d_name, S_ISDIR(status.st_mode) ? -1L : (long) status.st_size);
    free(entries[i]);
  }
  if (count >= 0) free(entries);
  puts(count > 2 ? "" : " empty");
}

static psa_key_attributes_t attributes(mbedtls_svc_key_id_t key, psa_key_type_t type, psa_algorithm_t alg) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_set_key_id(&a, key);
  psa_set_key_type(&a, type);
  psa_set_key_usage_flags(&a, PSA_KEY_USAGE_EXPORT | PSA_KEY_USAGE_COPY | PSA_KEY_USAGE_SIGN_MESSAGE);
  psa_set_key_algorithm(&a, alg);
  return a;
}

static psa_status_t import(mbedtls_svc_key_id_t key, psa_key_type_t type, psa_algorithm_t alg, size_t length) {
  psa_key_attributes_t a = attributes(key, type, alg);
  return psa_import_key(&a, SECRET, length, &id);
}

static psa_status_t hmac(mbedtls_svc_key_id_t key) { return import(key, PSA_KEY_TYPE_HMAC, PSA_ALG_HMAC(PSA_ALG_SHA_256), 16); }

static psa_status_t again(void) {
  mbedtls_psa_crypto_free();
  return psa_crypto_init();
}

static void show(mbedtls_svc_key_id_t key) {
  psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
  psa_status_t status = psa_get_key_attributes(key, &a);
  printf("key %x: %d, type %04x, %zu bits, usage %x, algorithms %08x %08x, lifetime %x, id %x", (unsigned) key, (int) status, psa_get_key_type(&a),
         psa_get_key_bits(&a), (unsigned) psa_get_key_usage_flags(&a), (unsigned) psa_get_key_algorithm(&a), (unsigned) psa_get_key_enrollment_algorithm(&a),
         (unsigned) psa_get_key_lifetime(&a), (unsigned) psa_get_key_id(&a));
  len = 0;
  status = psa_export_key(key, out, sizeof out, &len);
  printf(", export %d:", (int) status);
  for (size_t i = 0; i < len && i < 40; i++) printf("%02x", out[i]);
  puts("");
}

static void making(void) {
  puts("- made, used, destroyed");
  SHOW(hmac(5));
  printf("id %x\n", (unsigned) id);
  list();
  dump(5);
  struct stat status;
  stat(name(5), &status);
  printf("others may read it: %s\n", status.st_mode & 077 ? "yes" : "no");
  SHOW(hmac(5));
  printf("id %x\n", (unsigned) id);
  SHOW(again());
  show(5);
  SHOW(psa_mac_compute(5, PSA_ALG_HMAC(PSA_ALG_SHA_256), SECRET, 3, out, sizeof out, &len));
  SHOW(psa_purge_key(5));
  SHOW(psa_purge_key(5));
  show(5);
  SHOW(psa_destroy_key(5));
  list();
  SHOW(psa_destroy_key(5));
  SHOW(psa_purge_key(5));
  SHOW(psa_purge_key(0));
  show(5);

  puts("- kinds of keys");
  SHOW(import(1, PSA_KEY_TYPE_AES, PSA_ALG_GCM, 24));
  SHOW(import(0x3fffffff, PSA_KEY_TYPE_RAW_DATA, 0, 1));
  SHOW(import(0xabcdef, PSA_KEY_TYPE_AES, PSA_ALG_GCM, 15));
  psa_key_attributes_t a = attributes(10, SECP_R1, PSA_ALG_ECDSA(PSA_ALG_ANY_HASH));
  psa_set_key_enrollment_algorithm(&a, PSA_ALG_ECDH);
  memset(out, 7, 66);
  SHOW(psa_import_key(&a, out, 32, &id));
  psa_set_key_id(&a, 11);
  psa_set_key_type(&a, X25519);
  SHOW(psa_import_key(&a, out, 32, &id));
  psa_set_key_id(&a, 12);
  psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR);
  psa_set_key_bits(&a, 1024);
  SHOW(psa_generate_key(&a, &id));
  psa_set_key_id(&a, 13);
  psa_set_key_type(&a, PSA_KEY_TYPE_RAW_DATA);
  psa_set_key_bits(&a, 65528);
  SHOW(psa_generate_key(&a, &id));
  SHOW(again());
  static const mbedtls_svc_key_id_t kinds[] = {1, 10, 11, 0x3fffffff};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    dump(kinds[i]);
    show(kinds[i]);
  }
  SHOW(psa_export_public_key(12, out, sizeof out, &len));
  SHOW(psa_export_key(13, out, sizeof out, &len));
  printf("%zu bytes\n", len);

  puts("- copies");
  a = attributes(14, 0, PSA_ALG_ECDSA(PSA_ALG_ANY_HASH));
  psa_set_key_enrollment_algorithm(&a, PSA_ALG_ECDH);
  SHOW(psa_copy_key(10, &a, &id));
  SHOW(psa_copy_key(10, &a, &id));
  psa_set_key_lifetime(&a, PSA_KEY_LIFETIME_VOLATILE);
  SHOW(psa_copy_key(14, &a, &id));
  mbedtls_svc_key_id_t in_memory = id;
  SHOW(psa_purge_key(in_memory));
  psa_set_key_id(&a, 15);
  SHOW(psa_copy_key(in_memory, &a, &id));
  dump(15);
  SHOW(again());
  show(15);
  static const mbedtls_svc_key_id_t all[] = {1, 10, 11, 12, 13, 14, 15, 0x3fffffff};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) SHOW(psa_destroy_key(all[i]));
  list();
}

static void numbers(void) {
  puts("- numbers and lifetimes");
  static const mbedtls_svc_key_id_t ids[] = {0, 0x40000000, 0x7fffefff, 0x7fffffff, 0x80000000, 0xffffffff};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) printf("id %x: %d\n", (unsigned) ids[i], (int) hmac(ids[i]));
  static const psa_key_lifetime_t lifetimes[] = {2, 0x7f, 0xfe, 0xff, 0x100, 0x101, 0x80000001};
  for (size_t i = 0; i < sizeof lifetimes / sizeof *lifetimes; i++) {
    psa_key_attributes_t a = attributes(20 + i, PSA_KEY_TYPE_HMAC, PSA_ALG_HMAC(PSA_ALG_SHA_256));
    psa_set_key_lifetime(&a, lifetimes[i]);
    printf("lifetime %x: %d\n", (unsigned) lifetimes[i], (int) psa_import_key(&a, SECRET, 16, &id));
  }
  list();
  SHOW(again());
  show(20);
  for (mbedtls_svc_key_id_t key = 20; key < 23; key++) SHOW(psa_destroy_key(key));
}

/* The file as the process meets it when it has not read it before. */
static void met(const char *what, size_t count) {
  save(6, count);
  if (again()) abort();
  printf("%s: ", what);
  show(6);
}

static void damage(void) {
  puts("- damaged files");
  SHOW(hmac(6));
  static uint8_t good[100];
  size_t size = load(6);
  memcpy(good, file, sizeof good);
  for (size_t cut = 0; cut < size; cut++) {
    save(6, cut);
    if (again()) abort();
    psa_status_t used = psa_export_key(6, out, sizeof out, &len);
    printf("%zu bytes: %d\n", cut, (int) used);
  }
  met("whole", size);
  met("more behind", size + 5);
  static const size_t places[] = {0, 4, 7, 8, 11, 12, 15, 16, 20, 23, 24, 27, 28, 29, 31, 32, 33, 34, 35, 36, 38, 40, 43, 44, 48, 51, 52, 67};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    char what[40];
    snprintf(what, sizeof what, "byte %zu", places[i]);
    file[places[i]] ^= 1;
    met(what, size);
    file[places[i]] ^= 1;
  }
  file[34] = 120;
  met("bits of 15 bytes", size);
  file[32] = 0x12, file[33] = 0x71, file[34] = 0, file[35] = 1;
  met("half a key on a curve", size);
  SHOW(psa_destroy_key(6));
  list();

  puts("- a file that is no key");
  file[0] = 'x';
  save(6, 7);
  SHOW(again());
  SHOW(hmac(6));
  SHOW(psa_destroy_key(6));
  list();
  unlink(name(6));
  mkdir(name(6), 0700);
  SHOW(hmac(6));
  show(6);
  SHOW(psa_destroy_key(6));
  rmdir(name(6));

  puts("- for reading only");
  memcpy(file, good, sizeof good);
  file[28] = PSA_KEY_PERSISTENCE_READ_ONLY;
  met("read-only", size);
  SHOW(psa_destroy_key(6));
  list();
  unlink(name(6));
}

/* Everyone drops and reads the one key, and makes, reads and destroys a key of their own. Returns what went wrong. */
static void *busy(void *own) {
  mbedtls_svc_key_id_t key = *(mbedtls_svc_key_id_t *) own, made;
  uintptr_t wrong = 0;
  uint8_t bytes[40];
  size_t count;
  for (int i = 0; i < 50; i++) {
    psa_key_attributes_t a = attributes(key, PSA_KEY_TYPE_RAW_DATA, 0);
    psa_status_t purged = psa_purge_key(7);
    wrong += purged != PSA_SUCCESS && purged != PSA_ERROR_DOES_NOT_EXIST;
    wrong += psa_export_key(7, bytes, sizeof bytes, &count) || count != 16 || memcmp(bytes, SECRET, count) != 0;
    wrong += psa_import_key(&a, SECRET, key, &made) || made != key;
    psa_purge_key(key);
    wrong += psa_export_key(key, bytes, sizeof bytes, &count) || count != key;
    wrong += psa_destroy_key(key) != PSA_SUCCESS;
    wrong += psa_export_key(key, bytes, sizeof bytes, &count) != PSA_ERROR_INVALID_HANDLE;
  }
  return (void *) wrong;
}

static void threads(void) {
  puts("- threads");
  SHOW(hmac(7));
  static mbedtls_svc_key_id_t own[] = {20, 21, 22, 23};
  pthread_t all[4];
  for (int i = 0; i < 4; i++)
    if (pthread_create(&all[i], NULL, busy, &own[i])) abort();
  for (int i = 0; i < 4; i++) {
    void *wrong;
    pthread_join(all[i], &wrong);
    printf("wrong: %d\n", (int) (uintptr_t) wrong);
  }
  SHOW(psa_destroy_key(7));
  list();
}

static void others(void) {
  puts("- other processes");
  SHOW(hmac(7));
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    SHOW(again());
    show(7);
    SHOW(hmac(7));
    SHOW(hmac(8));
    SHOW(psa_destroy_key(7));
    fflush(stdout);
    _exit(0);
  }
  int status;
  waitpid(child, &status, 0);
  show(7);
  show(8);
  list();
  SHOW(psa_destroy_key(7));
  SHOW(psa_destroy_key(7));
  SHOW(hmac(8));
  SHOW(hmac(9));
  unlink(name(9));
  SHOW(hmac(9));
  SHOW(psa_destroy_key(9));
  SHOW(psa_destroy_key(9));
  SHOW(psa_destroy_key(8));

  puts("- several processes make the same key");
  int made = 0;
  for (int round = 0; round < 20; round++) {
    pid_t children[4];
    fflush(stdout);
    for (int i = 0; i < 4; i++) {
      children[i] = fork();
      if (!children[i]) _exit(hmac(16) != PSA_SUCCESS);
    }
    for (int i = 0; i < 4; i++) made += waitpid(children[i], &status, 0) == children[i] && status == 0;
    psa_status_t used = psa_export_key(16, out, sizeof out, &len), destroyed = psa_destroy_key(16);
    if (used || destroyed) printf("used %d, destroyed %d\n", (int) used, (int) destroyed);
  }
  printf("made in 20 rounds: %d\n", made);
  list();

  puts("- somebody else's file under the temporary name");
  FILE *f = fopen("tempfile.psa_its", "w");
  fputs("other", f);
  fclose(f);
  SHOW(hmac(8));
  list();
  SHOW(psa_destroy_key(8));
  unlink("tempfile.psa_its");

  puts("- a directory that is gone");
  mkdir("gone", 0700);
  if (chdir("gone") || rmdir("../gone")) abort();
  SHOW(hmac(8));
  printf("id %x\n", (unsigned) id);
  show(8);
}

int main(void) {
  char directory[] = "/tmp/psa-storage-XXXXXX";
  if (!mkdtemp(directory) || chdir(directory)) return 1;
  SHOW(psa_crypto_init());
  making();
  numbers();
  damage();
  threads();
  others();
  if (chdir(directory)) return 1;
  list();
  mbedtls_psa_crypto_free();
  return chdir("/") || rmdir(directory);
}
