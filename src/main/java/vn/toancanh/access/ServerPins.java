package vn.toancanh.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.toancanh.base.Fingerprint;

/**
 * By which certificate this machine knows a server, whatever an authority says. A server without a pin is one that an
 * authority must vouch for. Any thread.
 */
public final class ServerPins {
    private static final String SETTING = "trust.";

    private final Map<String, Fingerprint> kept = new ConcurrentHashMap<>();
    private final Map<String, Fingerprint> accepted = new ConcurrentHashMap<>();
    private final Optional<Fingerprint> insisted;

    /** Knows nobody yet. */
    public ServerPins() {
        this(Map.of(), Optional.empty());
    }

    /**
     * Knows what was kept.
     *
     * @param settings of this machine, by name; what is no pin among them is passed over
     * @param insisted what whoever started the program insists on for any server, before what is kept
     */
    public ServerPins(Map<String, String> settings, Optional<Fingerprint> insisted) {
        this.insisted = insisted;
        settings.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                Fingerprint.read(value).ifPresent(pin -> kept.put(name.substring(SETTING.length()), pin));
            }
        });
    }

    /**
     * What a server is called here.
     *
     * @param host name or address, in brackets or not
     */
    public static String nameOf(String host, int port) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String plain = bracketed ? host.substring(1, host.length() - 1) : host;
        String shown = plain.contains(":") ? "[" + plain + "]" : plain;
        return shown.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** The certificate that server must show; empty where an authority's word counts. */
    public Optional<Fingerprint> of(String server) {
        Fingerprint now = accepted.get(server);
        if (now != null) {
            return Optional.of(now);
        }
        return insisted.or(() -> Optional.ofNullable(kept.get(server)));
    }

    /** From now on that server is known by that certificate alone. */
    public void accept(String server, Fingerprint pin) {
        accepted.put(server, pin);
    }

    /** Name of the setting that keeps the pin of a server. */
    public static String setting(String server) {
        return SETTING + server;
    }
}
