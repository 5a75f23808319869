package vn.toancanh.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.central.ImportFaults;
import vn.toancanh.central.InventoryUpload;
import vn.toancanh.inventory.InventoryFile;
import vn.toancanh.inventory.InventoryResult;
import vn.toancanh.inventory.Problem;

/** Imports a list of cameras: reads all of it, names every fault, and sends it only where there is none. */
public final class InventoryRun {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryRun.class);

    private final Surroundings given;

    public InventoryRun(Surroundings given) {
        this.given = given;
    }

    /**
     * Imports it and says what came of it; gives the exit status.
     *
     * @param pin the certificate that the server must show; empty: one that an authority vouches for
     */
    public int run(Path file, URI server, String user, Path passwordFile, Optional<Fingerprint> pin) {
        Texts texts = given.texts();
        InventoryResult list = InventoryFile.read(file);
        if (!list.problems().isEmpty()) {
            list.problems().forEach(problem -> given.say(line(texts, file, problem)));
            given.say(texts.get("import.refused", list.problems().size()));
            return Exit.FAILED;
        }
        Secret password = GivenPassword.read(passwordFile);
        InventoryUpload upload = new InventoryUpload(
                CentralOptions.standard("toan-canh import"), given.clock(), new ServerPins(Map.of(), pin));
        InventoryUpload.Done done;
        try {
            done = upload.send(server, user, password, list.sites(), list.entries(), list.lines());
        } catch (FailureException refused) {
            if (refused.failure().cause() instanceof ImportFaults told) {
                told.faults().forEach(fault -> given.say(line(texts, file, fault)));
            }
            if (refused.failure().cause() instanceof UntrustedServer told) {
                LOG.warn("import: {}", refused.failure().detail());
                given.say(texts.of(refused.failure()));
                given.say(texts.get("client.pinIt", told.shown().fingerprint().toString()));
                return Exit.FAILED;
            }
            Failure.Kind kind = refused.failure().kind();
            if (kind == Failure.Kind.UNREACHABLE || kind == Failure.Kind.TIMEOUT) {
                LOG.warn("import: {}", refused.failure().detail(), refused);
                given.say(texts.get("import.failed", server.toString(), texts.of(refused.failure())));
                return Exit.FAILED;
            }
            throw refused;
        }
        given.out()
                .println(texts.get(
                        "import.done", list.entries().size(), done.added(), done.changed(), done.unchanged()));
        if (done.credentialsForgotten() > 0) {
            given.say(texts.get("import.credentialsForgotten", done.credentialsForgotten()));
        }
        return Exit.DONE;
    }

    private static String line(Texts texts, Path file, ImportFaults.Fault fault) {
        return place(file, fault.line()) + ": "
                + texts.get(fault.textKey(), fault.args().toArray());
    }

    /** As compilers write it, so that editors find it. */
    private static String place(Path file, int line) {
        return line > 0 ? file + ":" + line : file.toString();
    }

    private static String line(Texts texts, Path file, Problem problem) {
        String place = place(file, problem.line());
        String column = problem.column().isEmpty() ? "" : problem.column() + ": ";
        return place + ": " + column
                + texts.get(problem.textKey(), problem.args().toArray());
    }
}
