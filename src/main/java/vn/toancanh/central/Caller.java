package vn.toancanh.central;

import java.time.Duration;
import okhttp3.Request;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/** Requests in the name of whoever is signed in: with the token, and once more with a fresh one where it is refused. Blocks. */
final class Caller {
    /** Hears how the server answers. Any thread. */
    interface Witness {
        /** It answered. */
        void heard(Login login);

        /** It did not, or it ended the session. */
        void failed(Login login, Failure failure);
    }

    private final Wire wire;
    private final Witness witness;

    Caller(Wire wire, Witness witness) {
        this.wire = wire;
        this.witness = witness;
    }

    Wire wire() {
        return wire;
    }

    <T> Wire.Reply<T> ask(Login login, Request.Builder request, Class<T> type, Duration patience) {
        try {
            Secret token = login.token();
            Wire.Reply<T> reply;
            try {
                reply = wire.ask(signed(request, token), type, patience);
            } catch (FailureException fault) {
                if (fault.failure().kind() != Kind.SESSION_EXPIRED) {
                    throw fault;
                }
                reply = wire.ask(signed(request, login.tokenInsteadOf(token)), type, patience);
            }
            witness.heard(login);
            return reply;
        } catch (FailureException fault) {
            report(login, fault.failure());
            throw fault;
        }
    }

    static Request signed(Request.Builder request, Secret token) {
        return request.header("Authorization", "Bearer " + token.reveal()).build();
    }

    void heard(Login login) {
        witness.heard(login);
    }

    void report(Login login, Failure failure) {
        switch (failure.kind()) {
            case UNREACHABLE, TIMEOUT, UNTRUSTED -> witness.failed(login, failure);
            case SESSION_EXPIRED -> {
                login.end(failure);
                witness.failed(login, failure);
            }
            default -> witness.heard(login);
        }
    }
}
