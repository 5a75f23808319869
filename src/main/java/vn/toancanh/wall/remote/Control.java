package vn.toancanh.wall.remote;

import java.time.Instant;

/**
 * Who has told a wall last what to show, and has not given it back.
 *
 * @param name of the person, as shown
 * @param since when, by the server's clock
 */
public record Control(String name, Instant since) {}
