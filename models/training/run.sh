#!/bin/sh
# The whole training in one command. Each step is skipped or resumed when its result is there.
#   ROOMS_DIR=folder-with-archives WORK_DIR=cache-folder [TEACHER=embedder.tflite] [CYCLES=94m] sh models/training/run.sh
set -eu
cd "$(dirname "$0")"
: "${ROOMS_DIR:?folder with the archives of pictures}" "${WORK_DIR:?folder for the cache and the run}"
PYTHON=${PYTHON:-python3}
test -f "$WORK_DIR/rooms.npz" || "$PYTHON" prepare.py --rooms "$ROOMS_DIR" --work "$WORK_DIR" ${TEACHER:+--teacher "$TEACHER"}
if test -f "$WORK_DIR/features.npy" && ! test -f "$WORK_DIR/soft.npy"; then "$PYTHON" teacher.py --work "$WORK_DIR"; fi
"$PYTHON" train.py --work "$WORK_DIR" --run "$WORK_DIR/run" --cycles "${CYCLES:-94m}" --batch 128 --uses 1 --small 0.5 --easy-until 10000
"$PYTHON" ship.py --work "$WORK_DIR" --run "$WORK_DIR/run" --version "${VERSION:-local}"
