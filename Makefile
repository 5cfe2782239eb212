# The release and the debug build share .build: SwiftPM keeps each configuration in its own folder there.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
# With SPARK=1 the engine of a Spark cluster is built too (gRPC: some minutes more), in a folder of its own.
BUILD := .build
ifeq ($(SPARK),1)
BUILD := .build-spark
TRAITS := --traits Spark --scratch-path $(BUILD)
endif
RELEASE := $(BUILD)/release/shihyo
DEBUG := $(BUILD)/debug/shihyo

JUDGES := Tests/judges
# Judges of time, of faults and of the cluster, which nothing may run beside.
ALONE := $(JUDGES)/test_running.py $(JUDGES)/test_faults.py $(wildcard $(JUDGES)/test_spark_*.py)

.PHONY: help build report test all-tests lint judges record bench fuzz fuzz-short sanitize install spark-up spark-down clean

help: ## Show what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build the release binary (installs what is missing); SPARK=1 make build can ask a Spark cluster
	@Tests/setup.sh
	swift build $(TRAITS) -c release --static-swift-stdlib --product shihyo

report: build ## Build, then show the papers: quarterly, meeting and known figures of the city, quarterly of the fictional city
	@for name in quarterly meeting known-figures quarterly-mihon; do $(RELEASE) report $$name --reports reports --datasets datasets && echo; done

test: ## Lint, unit tests, external judges, Spark's too (installs what is missing)
	@Tests/setup.sh test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory SPARK=1 all-tests

# One build for all of them; a plain `swift test` builds without Spark and needs neither Java nor a cluster.
# Tests of deadlines run by themselves: among a thousand others their server waits for a thread.
# Built by their names: a build of everything would also build the generators of gRPC, with a compiler of their own in C++.
all-tests:
	swift build $(TRAITS) --product shihyo
	swift build $(TRAITS) --product shihyoPackageTests
	SHIHYO_POLLUTED=all swift test $(TRAITS) --skip-build --skip ShihyoSparkTests
	swift test $(TRAITS) --skip-build --filter ShihyoSparkTests
	@$(MAKE) --no-print-directory fuzz-short
	@$(MAKE) --no-print-directory judges

lint: ## Check the style of the Swift files
	swift format lint -s -r Sources Tests Package.swift

judges: ## Run the external judges (Python) on the debug binary
	@Tests/setup.sh test
	swift build $(TRAITS) --product shihyo
	SHIHYO_BINARY=$(DEBUG) .venv/bin/python -m pytest -q -rs -n auto --dist worksteal $(addprefix --ignore=,$(ALONE)) $(JUDGES)
	SHIHYO_SPARK=$(SPARK) SHIHYO_BINARY=$(DEBUG) .venv/bin/python -m pytest -q -rs $(ALONE)

record: ## Write the answers of CASE=name (all cases, README and the page of codes without it) anew; fails, so that they are looked at
	swift build $(TRAITS) --product shihyo
	SHIHYO_BINARY=$(DEBUG) .venv/bin/python -m pytest -q --record Tests/judges/test_cases.py Tests/judges/test_readme.py Tests/judges/test_codes.py -k "$(CASE)"

bench: build ## Time Shihyo beside polars, DuckDB and others (7 GB of disk; see Benchmarks/README.md)
	$(MAKE) -C Benchmarks bench

MINUTES ?= 6
FUZZ := .build/fuzz
FUZZ_TARGETS := reading values descriptors reports figures
FUZZ_FLAGS := -max_len=4096 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1

fuzz: ## Fuzz all doors for MINUTES: reading, values, definitions, and the index beside libcsv (needs clang with libFuzzer)
	@mkdir -p $(FUZZ)/corpus/index Tests/fuzz/failures
	clang -g -O1 -fsanitize=fuzzer,address,undefined -ISources/CFieldIndex/include Tests/fuzz/index_fuzzer.c \
	  Sources/CFieldIndex/*.c -lcsv -o $(FUZZ)/index
	@# A release build: ten times as many inputs, and its traps stay.
	swift build -c release --scratch-path $(FUZZ)/build --product ShihyoFuzz -Xswiftc -sanitize=fuzzer,address \
	  -Xswiftc -DLIBFUZZER -Xswiftc -parse-as-library -Xcc -fsanitize=address,fuzzer-no-link
	$(FUZZ)/index $(FUZZ)/corpus/index Tests/fuzz/seeds -dict=Tests/fuzz/csv.dict -max_len=600 \
	  -max_total_time=$$(($(MINUTES) * 10)) -artifact_prefix=Tests/fuzz/failures/index- -print_final_stats=1
	for target in $(FUZZ_TARGETS); do mkdir -p $(FUZZ)/corpus/$$target; \
	  SHIHYO_FUZZ=$$target SWIFT_BACKTRACE=enable=no $(FUZZ)/build/release/ShihyoFuzz $(FUZZ)/corpus/$$target \
	    Tests/fuzz/corpus/$$target $(FUZZ_FLAGS) -max_total_time=$$(($(MINUTES) * 10)) \
	    -artifact_prefix=Tests/fuzz/failures/$$target- || exit 1; done

# Corpus, kept findings and as much as there is time for, without libFuzzer.
fuzz-short:
	swift build $(TRAITS) --product ShihyoFuzz
	$(BUILD)/debug/ShihyoFuzz run 20 Tests/fuzz/corpus Tests/fuzz/failures

# Built by name: a build of everything would also build the generators of gRPC.
# SPARK=1 has the Spark client's tests in both (gRPC: many minutes more).
sanitize: ## Run all unit tests under AddressSanitizer, and those with threads under ThreadSanitizer (half an hour)
	swift build $(SANITIZED) --sanitize=address --scratch-path .build/asan --product shihyoPackageTests
	@# XCTest's own runner leaks two objects, which would fail every run.
	ASAN_OPTIONS=detect_leaks=0 swift test $(SANITIZED) --skip-build --sanitize=address --scratch-path .build/asan
	swift build $(SANITIZED) --sanitize=thread --scratch-path .build/tsan --product shihyoPackageTests \
	  -Xswiftc -DTHREAD_SANITIZER
	swift test $(SANITIZED) --skip-build --sanitize=thread --scratch-path .build/tsan --filter $(THREADED)

# Tests that start threads or tasks; the rest would only be slow under ThreadSanitizer.
THREADED := 'ShihyoEngineTests|ShihyoSparkTests|ShihyoReportsTests.*(Rows|Running|Output)|ShihyoStatisticsTests.*Cbc'
ifeq ($(SPARK),1)
SANITIZED := --traits Spark
endif

install: build ## Install the binary, datasets and reports under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/shihyo"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/shihyo"
	cp -R datasets reports "$(DESTDIR)$(PREFIX)/share/shihyo/"

spark-up: ## Start a small Spark cluster on this machine and print its address for --engine (needs Java 17)
	@Tests/spark/cluster.sh up

spark-down: ## Stop it
	@Tests/spark/cluster.sh down

clean: spark-down ## Remove what was built and installed here
	rm -rf .build .build-spark .venv .spark-venv .spark-run
