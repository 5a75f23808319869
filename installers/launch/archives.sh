# Classes kept ready for use, which make every start after the first demo quicker. Sourced by "wall".
# Java checks by itself whether they still fit, and does without them where they do not.

noting=

# the first demo notes which classes its processes use
begin_noting() {
    if [ ! -f "$app/archives/client.aot" ] && mkdir -p "$app/archives" 2>/dev/null; then noting=yes; fi
}

# makes the archives from what was noted
end_noting() {
    [ -n "$noting" ] || return 0
    say "Đang chuẩn bị để lần sau mở nhanh hơn…" "Making the next starts quicker…"
    for kind in service client; do
        noted=$app/archives/$kind.noted
        [ -f "$noted" ] || continue
        if "$JAVA_HOME/bin/java" "@$here/installers/jvm/common.args" "@$here/installers/jvm/$kind.args" \
            -XX:AOTMode=create "-XX:AOTConfiguration=$noted" "-XX:AOTCache=$app/archives/$kind.part" \
            --module-path "$app/javafx" -cp "$app/lib/*" >"$log_folder/archives.log" 2>&1 </dev/null; then
            mv "$app/archives/$kind.part" "$app/archives/$kind.aot"
        fi
        rm -f "$noted" "$app/archives/$kind.part"
    done
}
