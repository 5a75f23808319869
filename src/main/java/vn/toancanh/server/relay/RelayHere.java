package vn.toancanh.server.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The relay in the server's own process: it looks at the grants themselves, and ends with them. */
public final class RelayHere implements StreamRelay {
    private final Relay relay;
    private final StreamSources sources;

    public RelayHere(Relay relay, StreamSources sources) {
        this.relay = relay;
        this.sources = sources;
    }

    @Override
    public void open(Grants grants) {
        relay.open(grants, sources);
    }

    @Override
    public RelayAddress address() {
        return relay.address();
    }

    @Override
    public void admit(List<Allowance> allowances) {
        // Whom to let in it asks when somebody comes; of those who are in already it must be told.
        relay.follow(allowances);
    }

    @Override
    public void settle() {
        // Nothing is under way.
    }

    @Override
    public void cutGrant(String grantId) {
        relay.cut(watching -> watching.grantId().equals(grantId));
    }

    @Override
    public void cutSession(String sessionId) {
        relay.cut(watching -> watching.sessionId().equals(sessionId));
    }

    @Override
    public CompletableFuture<RelayFigures> figures() {
        return relay.figures();
    }

    @Override
    public void close() {
        relay.close();
    }
}
