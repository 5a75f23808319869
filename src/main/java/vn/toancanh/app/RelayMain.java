package vn.toancanh.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.relay.beside.RelayProcess;

/**
 * The relay as a process of its own. Its arguments are the folder of its socket and the product's version; the secret by which
 * it knows its server is the one line of its standard input.
 */
public final class RelayMain {
    private static final int TERM = 15;

    private RelayMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Main.prepareLog(List.of("relay"));
        String secret;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            secret = in.readLine();
        }
        if (secret == null || secret.isEmpty() || args.length < 2) {
            // Its server is gone already, or it was started by hand.
            return;
        }
        RelayProcess relay = RelayProcess.open(Path.of(args[0]), Secret.of(secret), args[1], Clock.SYSTEM);
        // A terminal that closes means the server, which says itself what is to become of the relay.
        Signals.hear(number -> {
            if (number == TERM) {
                relay.close();
            }
        });
        relay.await();
    }
}
