package vn.toancanh.ui.testing;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.toancanh.access.PasswordMemory;

/** What a machine keeps of passwords, in memory. */
public final class KeptHashes implements PasswordMemory {
    public final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(URI server, String user, String hash) {
        kept.put(server + " " + user, hash);
    }

    @Override
    public void kept(URI server, String user, Consumer<Optional<String>> answer) {
        answer.accept(Optional.ofNullable(kept.get(server + " " + user)));
    }
}
