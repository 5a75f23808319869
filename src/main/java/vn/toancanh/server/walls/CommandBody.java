package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A command to a wall as it is answered, told and kept; {@code stateVersion} is what the command made it. */
record CommandBody(
        String id,
        String wallId,
        String op,
        List<String> screenIds,
        @Nullable Integer cell,
        @Nullable JsonNode args,
        String by,
        String state,
        long stateVersion,
        Map<String, Answer> answers,
        Instant madeAt,
        Instant expiresAt) {
    /** What a screen said; {@code outcome} is done or failed. */
    record Answer(String outcome, @Nullable String detail) {}

    CommandBody with(JsonNode others) {
        return new CommandBody(
                id, wallId, op, screenIds, cell, others, by, state, stateVersion, answers, madeAt, expiresAt);
    }

    /** The same with another end. */
    CommandBody ending(Instant end) {
        return new CommandBody(id, wallId, op, screenIds, cell, args, by, state, stateVersion, answers, madeAt, end);
    }

    CommandBody answered(String nextState, Map<String, Answer> all) {
        return new CommandBody(
                id, wallId, op, screenIds, cell, args, by, nextState, stateVersion, all, madeAt, expiresAt);
    }
}
