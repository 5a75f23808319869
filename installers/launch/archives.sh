# Classes kept ready for use, which make every start after the first quicker: one archive a kind of process in
# target/app/archives. Sourced by "wall".
# Java checks by itself whether they still fit, and does without them where they do not.

noting=

# begin_noting KIND...: this run notes which classes its processes of those kinds use, where no archive has them ready;
# each run in files of its own, KIND.PID.noted
begin_noting() {
    use_earlier_notes
    for kind in "$@"; do
        if [ ! -f "$app/archives/$kind.aot" ] && mkdir -p "$app/archives" 2>/dev/null; then noting=$$; fi
    done
}

# what a run noted that ended by a signal is made use of now; one that is still at it is left alone
use_earlier_notes() {
    for noted in "$app"/archives/*.noted; do
        [ -f "$noted" ] || continue
        run=${noted%.noted}
        run=${run##*.}
        if ! kill -0 "$run" 2>/dev/null; then make_archives "$run"; fi
    done
}

# makes the archives of what this run noted
end_noting() {
    if [ -n "$noting" ]; then make_archives "$noting"; fi
    noting=
}

# make_archives RUN: of all that the run with that number noted
make_archives() {
    told=
    for kind in service client worker; do
        noted=$app/archives/$kind.$1.noted
        if [ -s "$noted" ] && [ ! -f "$app/archives/$kind.aot" ]; then
            if [ -z "$told" ]; then
                say "Đang chuẩn bị để những lần sau mở nhanh hơn…" "Making the next starts quicker…"
                told=yes
            fi
            make_archive "$kind" "$noted"
        fi
        rm -f "$noted"
    done
}

# make_archive KIND NOTED; with the flags, and the same jars in the same order, as ChildJvm and run_java start that kind
make_archive() {
    part=$app/archives/$1.$$.part
    if [ "$1" = worker ]; then
        set -- "$1" "$2" "@$here/installers/jvm/worker.args"
    else
        set -- "$1" "$2" "@$here/installers/jvm/common.args" "@$here/installers/jvm/$1.args" --module-path "$app/javafx"
    fi
    made=$1
    noted_in=$2
    shift 2
    # in the background, because a shell that waits for a foreground child does not hear a signal
    "$JAVA_HOME/bin/java" "$@" -XX:AOTMode=create "-XX:AOTConfiguration=$noted_in" "-XX:AOTCache=$part" \
        -cp "$app/lib/*" >"$log_folder/archives.log" 2>&1 </dev/null &
    java_pid=$!
    if wait "$java_pid"; then mv "$part" "$app/archives/$made.aot" || true; fi
    java_pid=
    rm -f "$part"
}

# A small wall for a moment, in folders of its own, so that every kind of process is noted: for measurements of starts, and
# for whoever packs the program.
rehearse() {
    use_earlier_notes
    for kind in service client worker; do
        if [ ! -f "$app/archives/$kind.aot" ]; then noting=$$; fi
    done
    if [ -z "$noting" ] || ! mkdir -p "$app/archives" 2>/dev/null; then
        noting=
        return 0
    fi
    say "Đang diễn tập một lần, để lúc mở thật được nhanh…" "Rehearsing once, so that the real start is quick…"
    stage=$(mktemp -d "${TMPDIR:-/tmp}/toan-canh-rehearsal.XXXXXX")
    data_before=${XDG_DATA_HOME-}
    state_before=${XDG_STATE_HOME-}
    XDG_DATA_HOME=$stage/data
    XDG_STATE_HOME=$stage/state
    export XDG_DATA_HOME XDG_STATE_HOME
    run_java service demo --tiles 9 --cameras 12 --seconds 20 >/dev/null 2>"$log_folder/rehearsal.log" </dev/null || true
    if [ -n "$data_before" ]; then XDG_DATA_HOME=$data_before; else unset XDG_DATA_HOME; fi
    if [ -n "$state_before" ]; then XDG_STATE_HOME=$state_before; else unset XDG_STATE_HOME; fi
    rm -rf "$stage"
    end_noting
}
