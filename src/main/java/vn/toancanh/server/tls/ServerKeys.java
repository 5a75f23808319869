package vn.toancanh.server.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;

/**
 * Shows callers the certificate that lies in two files at the time. It looks whether they changed when somebody calls, at most
 * once a second; where what lies there now cannot be used, the former stays. Any thread.
 */
final class ServerKeys extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(ServerKeys.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A handshake that began before a change ends with what it began with. */
    private record Held(
            String alias, Identity identity, @Nullable Held before) {
        @Nullable
        Identity of(@Nullable String wanted) {
            if (alias.equals(wanted)) {
                return identity;
            }
            return before != null && before.alias.equals(wanted) ? before.identity : null;
        }
    }

    private record Stamp(long modified, long size) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        }
    }

    private final Path certificate;
    private final Path key;
    private final Clock clock;
    private volatile Held held;
    private List<Stamp> seen;
    private long lookedAt;
    private int count;

    /** @param first what the two files hold now */
    ServerKeys(Path certificate, Path key, Identity first, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
        this.held = new Held("server-0", first, null);
        this.seen = stamps();
        this.lookedAt = clock.nanos();
    }

    /** What is shown now. */
    Identity present() {
        look();
        return held.identity();
    }

    private List<Stamp> stamps() {
        try {
            return List.of(Stamp.of(certificate), Stamp.of(key));
        } catch (IOException away) {
            return List.of();
        }
    }

    private synchronized void look() {
        if (clock.nanos() - lookedAt < LOOK.toNanos()) {
            return;
        }
        lookedAt = clock.nanos();
        List<Stamp> now = stamps();
        if (now.isEmpty() || now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            Identity read = PemFiles.read(certificate, key);
            Held former = held;
            held = new Held("server-" + ++count, read, new Held(former.alias(), former.identity(), null));
            LOG.info("another certificate from {}: {}, until {}", certificate, read.fingerprint(), read.until());
        } catch (FailureException unusable) {
            LOG.warn("the certificate before stays: {}", unusable.failure().detail());
        }
    }

    private @Nullable String choose(String keyType) {
        look();
        Held now = held;
        return now.identity().key().getAlgorithm().equals(keyType) ? now.alias() : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose(keyType);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
        Identity known = held.of(alias);
        return known == null ? null : known.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
        Identity known = held.of(alias);
        return known == null ? null : known.key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = choose(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
