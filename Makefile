# Every target is one script; `make` alone says what there is.
.PHONY: help run test bench soak upgrade fuzz timing sanitize coverage mutate lint format docs clean

help:
	@echo "make run     serve a demo county on http://127.0.0.1:8080"
	@echo "make test    every test, on SQLite and PostgreSQL, and in a browser"
	@echo "make bench   how fast the release build is over an office of 10,000 cases"
	@echo "make soak    kill the release build, and PostgreSQL under it, a thousand times at work"
	@echo "make upgrade  a county made by the first landed program, or by COMMIT=…, opened by this one"
	@echo "make fuzz    give every parser of what strangers send a million hostile inputs"
	@echo "make fuzz GUIDED=60  the same parsers, sixty seconds each, guided by what their inputs reach"
	@echo "make timing  how long sign-in takes for logins known and unknown"
	@echo "make sanitize  the parsers and what calls C libraries, with every access to memory checked"
	@echo "make sanitize KIND=thread  every suite that runs in one process, with every race between threads told"
	@echo "make coverage  which lines the tests run, and what of the rules none reaches"
	@echo "make mutate  change the rules of law one place at a time; name each change no test catches"
	@echo "make lint    what a reviewer should not have to say"
	@echo "make format  rewrite the Swift sources in the house style"
	@echo "make docs    write the generated pages of docs/ from the code"
	@echo "make clean   remove what was built; the data in var/ stays"

run:
	@scripts/run

test:
	@scripts/test

bench:
	@scripts/bench $(CASES)

soak:
	@scripts/soak $(TIMES)

upgrade:
	@scripts/upgrade $(COMMIT)

fuzz:
	@scripts/fuzz $(if $(GUIDED),--guided $(GUIDED),$(INPUTS))

timing:
	@scripts/timing $(TRIES)

sanitize:
	@scripts/sanitize $(KIND)

coverage:
	@scripts/coverage

mutate:
	@scripts/mutate $(or $(N),0) $(or $(SEED),1) $(IN)

lint:
	@scripts/lint

format:
	@scripts/format

docs:
	@scripts/docs

clean:
	rm -rf .build .venv
