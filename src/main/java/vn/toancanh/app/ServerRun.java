package vn.toancanh.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Texts;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.server.tls.Identity;

/** The central server as a process of its own, until a signal. */
public final class ServerRun {
    private final Surroundings given;

    public ServerRun(Surroundings given) {
        this.given = given;
    }

    /** Runs until a signal. */
    public int run(ServerOptions options) {
        Lifetime lifetime = Lifetime.begin();
        Scratch.prepare(given.folders().cache());
        Texts texts = given.texts();
        RelayProgram relay =
                new RelayProgram(given.jvm()::relayCommand, given.folders().runtime());
        try (CentralServer server = CentralServer.start(options.withRelayProgram(relay))) {
            server.firstAdministratorPassword()
                    .ifPresent(password -> given.out().println(texts.get("server.firstPassword", password.reveal())));
            server.identity().ifPresent(this::tell);
            given.out()
                    .println(texts.get(
                            "server.listening",
                            server.baseUri().toString(),
                            options.data().toString()));
            lifetime.await();
        } finally {
            lifetime.ended();
        }
        return Exit.DONE;
    }

    private void tell(Identity shown) {
        Texts texts = given.texts();
        given.out()
                .println(texts.get("server.fingerprintIs", shown.fingerprint().toString()));
        Instant now = given.clock().now();
        String until = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .withZone(ZoneId.systemDefault())
                .format(shown.until());
        switch (shown.age(now)) {
            case GOOD -> {
                // Nothing to do about it.
            }
            case ENDS_SOON -> given.say(texts.get("server.certificateEndsSoon", until));
            case ENDED -> given.say(texts.get("server.certificateEnded", until));
            case NOT_YET -> given.say(texts.get("server.certificateNotYet"));
        }
    }

    /** Prints the fingerprint of the certificate that a server with these data shows; gives the exit status. */
    public int fingerprint(Path certificate) {
        if (Files.notExists(certificate)) {
            given.say(given.texts().get("server.noCertificateYet", certificate.toString()));
            return Exit.FAILED;
        }
        given.out().println(Encryption.fingerprint(certificate));
        return Exit.DONE;
    }
}
