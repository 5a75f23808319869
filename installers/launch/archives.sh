# Classes kept ready for use, which make every start after the first demo quicker. Sourced by "wall".
# Java checks by itself whether they still fit, and does without them where they do not.

noting=

# the first demo notes which classes its processes use; what one that ended by a signal noted is made use of now
begin_noting() {
    if [ -f "$app/archives/client.aot" ]; then return 0; fi
    if [ -f "$app/archives/service.noted" ] && [ -f "$app/archives/client.noted" ]; then
        make_archives
    elif mkdir -p "$app/archives" 2>/dev/null; then
        noting=yes
    fi
}

# makes the archives, if this run noted the classes of both kinds
end_noting() {
    if [ -z "$noting" ]; then return 0; fi
    if [ -f "$app/archives/service.noted" ] && [ -f "$app/archives/client.noted" ]; then
        make_archives
    else
        rm -f "$app/archives/service.noted" "$app/archives/client.noted"
    fi
}

make_archives() {
    say "Đang chuẩn bị để những lần sau mở nhanh hơn…" "Making the next starts quicker…"
    for kind in service client; do
        noted=$app/archives/$kind.noted
        part=$app/archives/$kind.$$.part
        made=yes
        # in the background, because a shell that waits for a foreground child does not hear a signal
        "$JAVA_HOME/bin/java" "@$here/installers/jvm/common.args" "@$here/installers/jvm/$kind.args" \
            -XX:AOTMode=create "-XX:AOTConfiguration=$noted" "-XX:AOTCache=$part" \
            --module-path "$app/javafx" -cp "$app/lib/*" >"$log_folder/archives.log" 2>&1 </dev/null &
        java_pid=$!
        wait "$java_pid" || made=
        java_pid=
        if [ -n "$made" ]; then mv "$part" "$app/archives/$kind.aot" || true; fi
        rm -f "$noted" "$part"
    done
}
