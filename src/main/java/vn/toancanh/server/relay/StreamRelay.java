package vn.toancanh.server.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.toancanh.base.Handle;

/** The relay as whoever gives grants sees it, in this process or in one of its own. Any thread. */
public interface StreamRelay extends Handle {
    /** Begins to serve; once. Whoever played there before this server goes on where his grant is taken up. */
    void open(Grants grants);

    /** Where its streams are, but for the host. */
    RelayAddress address();

    /** Lets these in from now on, or tells anew until when; those of a whole wall at once. */
    void admit(List<Allowance> allowances);

    /** Waits, a moment at most, until the relay knows of all that were let in before. */
    void settle();

    /** Forgets a grant and cuts off who plays by it. */
    void cutGrant(String grantId);

    /** Forgets the grants of a session and cuts off who plays by them. */
    void cutSession(String sessionId);

    /** Cancelled, or never completed, where the relay is away. */
    CompletableFuture<RelayFigures> figures();
}
