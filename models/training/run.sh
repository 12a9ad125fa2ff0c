#!/bin/sh
# The whole training in one command. Each step is skipped or resumed when its result is there.
#   ROOMS_DIR=folder-with-archives WORK_DIR=cache-folder [TEACHER=embedder.tflite] [CYCLES=94m] sh models/training/run.sh
# GO_ON=1 begins with what ../rooms.tflite has learned instead of with nothing; half an hour is worth something then.
# TUNE=90m first trains the teacher itself on tiles for so long, and learns from that one.
set -eu
# On a CPU nearly half of the time would go into memory that is given back to the system and taken again for every batch.
export MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_TOP_PAD_=67108864 THP_MEM_ALLOC_ENABLE=1
cd "$(dirname "$0")"
: "${ROOMS_DIR:?folder with the archives of pictures}" "${WORK_DIR:?folder for the cache and the run}"
PYTHON=${PYTHON:-python3}
GO_ON=${GO_ON:-} TUNE=${TUNE:-}
test -f "$WORK_DIR/rooms.npz" || "$PYTHON" prepare.py --rooms "$ROOMS_DIR" --work "$WORK_DIR" ${TEACHER:+--teacher "$TEACHER"}
if test -n "$GO_ON" && ! test -f "$WORK_DIR/warm.pt"; then "$PYTHON" warm.py --work "$WORK_DIR" --out "$WORK_DIR/warm.pt"; fi
if test -z "$TUNE" && test -f "$WORK_DIR/features.npy" && ! test -f "$WORK_DIR/soft.npy"; then
  "$PYTHON" teacher.py --work "$WORK_DIR" ${GO_ON:+--own "$WORK_DIR/warm.pt"}
fi
if test -n "$TUNE"; then
  "$PYTHON" finetune.py --work "$WORK_DIR" --run "$WORK_DIR/tuned" --teacher "${TEACHER:?the embedder to tune}" --cycles "$TUNE" --batch 64 --rate 7e-4 --mixed 0.5
  "$PYTHON" train.py --work "$WORK_DIR" --run "$WORK_DIR/run" ${GO_ON:+--from "$WORK_DIR/warm.pt"} --cycles "${CYCLES:-92m}" \
    --teacher-net "$WORK_DIR/tuned/last.pt" --teacher-share 0.8 --guess 1 --uses 2 --easy-until 0 --rate 2e-3 --soft 0
elif test -n "$GO_ON"; then
  "$PYTHON" train.py --work "$WORK_DIR" --run "$WORK_DIR/run" --from "$WORK_DIR/warm.pt" --cycles "${CYCLES:-62m}" \
    --batch 126 --uses 3 --frozen 4 --easy-until 0 --rate 8e-4 --soft 0.5 --fade 0.6 --guess 0
else
  "$PYTHON" train.py --work "$WORK_DIR" --run "$WORK_DIR/run" --cycles "${CYCLES:-94m}" --batch 128 --uses 1 --small 0.5 --easy-until 10000
fi
"$PYTHON" ship.py --work "$WORK_DIR" --run "$WORK_DIR/run" --version "${VERSION:-local}"
