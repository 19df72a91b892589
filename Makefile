# Everything a person does here, by name. `make run` and `make test` need nothing set up before.

# Kept outside the clone: clones share what is built, and removing one loses nothing.
export CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/docent/target

.DEFAULT_GOAL := help
.PHONY: run test ci bench faults model sqlx doc fmt lint help

## run: start Docent with the example, and a chat with it in a terminal
run:
	@.ci/ensure database
	@exec cargo run --locked -- serve

## test: run every test, each on a database of its own
test:
	@.ci/ensure postgres
	@cargo test --locked

## ci: exactly what the server runs
ci:
	@.ci/ensure postgres
	@exec .ci/steps

## bench: measure a turn, and turns on Postgres
bench:
	@.ci/ensure postgres
	@cargo bench --locked

## faults: kill the bot and its database for a long time, and count what was lost
faults:
	@.ci/ensure postgres
	@DOCENT_TEST_FAULTS=long cargo test --locked --test it -- --nocapture --test-threads 1 faults campaign

## model: play 100,000 random talks with two reps and two replicas at once
model:
	@.ci/ensure postgres
	@DOCENT_TEST_MODEL=100000 cargo test --locked --test it -- --nocapture one_speaker

## sqlx: write .sqlx/ anew after a query or a migration has changed
sqlx:
	@.ci/ensure postgres
	@.ci/sqlx write

## doc: build the engineers' documentation
doc:
	@cargo doc --locked --no-deps
	@echo "open $(CARGO_TARGET_DIR)/doc/docent/index.html"

## fmt: format the code
fmt:
	@cargo fmt

## lint: what clippy says
lint:
	@cargo clippy --locked --all-targets -- -D warnings

## help: this list
help:
	@sed -n 's/^## //p' Makefile | awk -F': ' '{ printf "  make %-8s %s\n", $$1, $$2 }'
