package vn.toancanh.shift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;

/** The port to whoever keeps handovers: the central server. Lane: DESK; every answer comes on DESK, once. */
public interface HandoverService {
    /** False where the server that somebody is signed in at keeps no handovers. True while that is not known. */
    default boolean offered() {
        return true;
    }

    /** False where nobody can sign at that server for what was handed over to him. True while that is not known. */
    default boolean signingOffered() {
        return true;
    }

    /** The document that is kept of a report. */
    String write(Document document);

    /** What such a document says; empty where this program cannot read it. */
    Optional<Document> read(String document);

    /** A report, and what the outgoing said to it. */
    record Document(Report report, String comment) {}

    /**
     * The handovers that concern whoever is signed in, the newest first, at most a page of them.
     *
     * @param from signed not before that; null: since ever
     * @param to signed not after that; null: until now
     */
    void list(@Nullable Instant from, @Nullable Instant to, Consumer<Outcome<List<Handover>>> answer);

    /**
     * Signs, in the session of whoever is signed in.
     *
     * @param user who takes over, with that password
     */
    void accept(
            UUID id,
            String user,
            Secret password,
            Instant signedAt,
            String comment,
            Consumer<Outcome<Handover>> answer);
}
