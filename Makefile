# mbedtls-compat. "make help" lists what there is.

PREFIX  ?= /usr/local
DESTDIR ?=
CARGO   ?= cargo
LDCONFIG ?= ldconfig
CARGO_TARGET_DIR ?= target

# Below PREFIX; Debian's packages say lib/x86_64-linux-gnu.
LIB ?= lib

bindir     = $(PREFIX)/bin
mandir     = $(PREFIX)/share/man/man1
libdir     = $(PREFIX)/$(LIB)
includedir = $(PREFIX)/include/mbedtls-compat
pkgconfdir = $(libdir)/pkgconfig
dropindir  = $(libdir)/mbedtls-compat

# The number in the soname is that of the ABI we speak, that of Mbed TLS 3.6; our own version is Cargo.toml's.
SONAME      = libmbedtls-compat.so.21
ABI_VERSION = 3.6.6
VERSION    := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)

HEADERS := $(shell cd include 2>/dev/null && find . -name '*.h' | sed 's|^\./||' | sort)
HEADER_FOLDERS := $(shell cd include 2>/dev/null && find . -mindepth 1 -depth -type d | sed 's|^\./||') # the deepest first
MODULES  = mbedtls mbedx509 mbedcrypto
BUILT    = target/lib
TOOLS    = target/bin
PROGRAMS = mbedtls-compat-check mbedtls-compat-run
PRODUCTS = $(BUILT)/$(SONAME) $(BUILT)/libmbedtls-compat.a $(PROGRAMS:%=$(TOOLS)/%)
STAGE    = $(CURDIR)/target/stage

.PHONY: all install uninstall stage headers demo check check-debian13 fuzz deb clean help
.DELETE_ON_ERROR:

# The two crate types are named because link-time optimisation is left out where a Rust library is built along with them.
all: ## builds the libraries into target/lib, and the program beside them into target/bin
	@scripts/dependencies build
	$(CARGO) rustc --release --locked --package mbedtls-compat --lib --crate-type cdylib,staticlib
	@mkdir -p $(BUILT)
	@objcopy --strip-debug $(CARGO_TARGET_DIR)/release/libmbedtls_compat.so $(BUILT)/$(SONAME)
	@ln -sf $(SONAME) $(BUILT)/libmbedtls-compat.so
	@scripts/static-library $(CARGO_TARGET_DIR)/release/libmbedtls_compat.a $(BUILT)/libmbedtls-compat.a
	$(CARGO) build --profile tools --locked --package mbedtls-compat-check
	@install -D -m 755 $(CARGO_TARGET_DIR)/tools/mbedtls-compat-check $(TOOLS)/mbedtls-compat-check
	@sed 's|@VERSION@|$(VERSION)|' tools/mbedtls-compat-run.in >$(TOOLS)/mbedtls-compat-run
	@chmod 755 $(TOOLS)/mbedtls-compat-run
	@set -e; for name in $(PROGRAMS); do $(TOOLS)/$$name --help | scripts/manual $$name $(VERSION) >$(TOOLS)/$$name.1; done

# "make install" after "make" needs no Rust: root often has none.
$(PRODUCTS) &:
	@$(MAKE) --no-print-directory all

# Tells the dynamic linker, unless this goes into a package.
refresh_linker = @[ -n '$(DESTDIR)' ] || [ "$$(id -u)" != 0 ] || $(LDCONFIG)

install: $(PRODUCTS) ## installs under PREFIX (/usr/local), below DESTDIR if that is set
	install -d '$(DESTDIR)$(libdir)' '$(DESTDIR)$(pkgconfdir)' '$(DESTDIR)$(dropindir)'
	install -m 755 $(BUILT)/$(SONAME) '$(DESTDIR)$(libdir)/$(SONAME)'
	ln -sf $(SONAME) '$(DESTDIR)$(libdir)/libmbedtls-compat.so'
	install -m 644 $(BUILT)/libmbedtls-compat.a '$(DESTDIR)$(libdir)/libmbedtls-compat.a'
	@for header in $(HEADERS); do \
	    install -D -m 644 include/$$header '$(DESTDIR)$(includedir)'/$$header || exit 1; \
	done
	@$(call fill_in,mbedtls-compat) >'$(DESTDIR)$(pkgconfdir)/mbedtls-compat.pc'
	@set -e; for name in libmbedtls.so.21 libmbedx509.so.7 libmbedcrypto.so.16; do \
	    ln -sf ../$(SONAME) '$(DESTDIR)$(dropindir)'/$$name; \
	    ln -sf $$name '$(DESTDIR)$(dropindir)'/$${name%.*}; \
	    ln -sf ../libmbedtls-compat.a '$(DESTDIR)$(dropindir)'/$${name%.so.*}.a; \
	done
	ln -sf ../$(SONAME) '$(DESTDIR)$(dropindir)/$(SONAME)' # for what is linked with the folder: that needs this name
	@$(foreach module,$(MODULES),$(call fill_in,$(module)) >'$(DESTDIR)$(dropindir)/$(module).pc' &&) true
	install -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(mandir)'
	install -m 755 $(PROGRAMS:%=$(TOOLS)/%) '$(DESTDIR)$(bindir)'
	install -m 644 $(PROGRAMS:%=$(TOOLS)/%.1) '$(DESTDIR)$(mandir)'
	$(refresh_linker)

uninstall: ## removes what install put there, and nothing else
	rm -f '$(DESTDIR)$(libdir)/$(SONAME)' '$(DESTDIR)$(libdir)/libmbedtls-compat.so' '$(DESTDIR)$(libdir)/libmbedtls-compat.a'
	rm -f '$(DESTDIR)$(pkgconfdir)/mbedtls-compat.pc'
	rm -f $(PROGRAMS:%='$(DESTDIR)$(bindir)/%') $(PROGRAMS:%='$(DESTDIR)$(mandir)/%.1')
	@for name in libmbedtls.so.21 libmbedx509.so.7 libmbedcrypto.so.16; do \
	    rm -f '$(DESTDIR)$(dropindir)'/$$name '$(DESTDIR)$(dropindir)'/$${name%.*} '$(DESTDIR)$(dropindir)'/$${name%.so.*}.a; \
	done
	rm -f '$(DESTDIR)$(dropindir)/$(SONAME)'
	@for module in $(MODULES); do rm -f '$(DESTDIR)$(dropindir)'/$$module.pc; done
	@for header in $(HEADERS); do rm -f '$(DESTDIR)$(includedir)'/$$header; done
	@for folder in '$(DESTDIR)$(dropindir)' $(foreach folder,$(HEADER_FOLDERS),'$(DESTDIR)$(includedir)/$(folder)') '$(DESTDIR)$(includedir)'; do \
	    [ ! -d "$$folder" ] || rmdir --ignore-fail-on-non-empty "$$folder"; \
	done
	$(refresh_linker)

stage: all ## installs under target/stage, for the tests and the demo
	@rm -rf '$(STAGE)'
	@$(MAKE) --no-print-directory install PREFIX='$(STAGE)' DESTDIR= LDCONFIG=: >target/stage.log 2>&1 || { cat target/stage.log; exit 1; }

headers: ## writes include/ anew from the sources
	WRITE_HEADERS=1 $(CARGO) test --locked --test headers

demo: ## our client against openssl, openssl against our server: what becomes of tickets
	@scripts/dependencies demo
	@$(MAKE) --no-print-directory stage
	@scripts/demo

check: ## every test there is
	@scripts/dependencies check
	@scripts/check

check-debian13: ## programs of Debian 13, unmodified, over Debian's own library and over ours; needs root
	@scripts/dependencies build
	@scripts/dependencies debian13
	@$(MAKE) --no-print-directory stage
	@scripts/check-debian13

fuzz: ## random input for what reads what others wrote: SECONDS_EACH for each target; needs a nightly compiler and cargo-fuzz
	@scripts/fuzz

deb: all ## Debian packages, in target/deb
	@scripts/dependencies deb
	@scripts/deb

clean: ## removes everything that was built
	rm -rf target

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 22

fill_in = sed -e 's|@PREFIX@|$(PREFIX)|g' -e 's|@LIB@|$(LIB)|g' -e 's|@VERSION@|$(VERSION)|g' -e 's|@ABI_VERSION@|$(ABI_VERSION)|g' pkgconfig/$(1).pc.in
