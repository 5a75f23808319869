package vn.toancanh.central;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLException;
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
        return ask(login, request, signed -> wire.ask(signed, type, patience));
    }

    /** The bytes of an answer that is no JSON, at most {@code cap}. */
    byte[] bytes(Login login, Request.Builder request, long cap, Duration patience) {
        return ask(login, request, signed -> wire.bytes(signed, cap, patience));
    }

    /** Passes the bytes of an answer on as they come, however many. */
    void copy(Login login, Request.Builder request, OutputStream out, Duration patience) {
        ask(login, request, signed -> wire.copy(signed, out, patience));
    }

    private <R> R ask(Login login, Request.Builder request, Function<Request, R> exchange) {
        try {
            Secret token = login.token();
            R reply;
            try {
                reply = exchange.apply(signed(request, token));
            } catch (FailureException fault) {
                if (fault.failure().kind() != Kind.SESSION_EXPIRED) {
                    throw fault;
                }
                reply = exchange.apply(signed(request, login.tokenInsteadOf(token)));
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

    /** What a failure tells of whether the server is there. */
    void report(Login login, Failure failure) {
        switch (failure.kind()) {
            case UNREACHABLE, TIMEOUT, UNTRUSTED -> witness.failed(login, failure);
            case SESSION_EXPIRED -> {
                login.end(failure);
                witness.failed(login, failure);
            }
            default -> {
                switch (failure.cause()) {
                    // Whoever is there now is not the server, or it went while they greeted each other.
                    case SSLException notIt -> witness.failed(login, failure);
                    // An answer began, perhaps long ago, and broke off: that it was there then says nothing of now.
                    case IOException brokenOff -> {}
                    case null, default -> witness.heard(login);
                }
            }
        }
    }
}
