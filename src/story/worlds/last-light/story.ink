// The Last Light of Orrin: places, things, people and the two storylines, what people
// say to a player's own life, what lies around, and what may happen anywhere.
// What is so in the world is asked of the graph through these; ink itself only counts how often a line was met.
EXTERNAL held(a)
EXTERNAL near(a)
EXTERNAL at(a)
EXTERNAL came_from(a)
EXTERNAL owner(a)
EXTERNAL prop(a, b)
EXTERNAL stage(a)
EXTERNAL is_locked(a)
EXTERNAL is_hidden(a)
EXTERNAL i_know(a)
EXTERNAL knows(a, b)
EXTERNAL warmth(a)
EXTERNAL visits()
EXTERNAL tone()
EXTERNAL the(a)
EXTERNAL list(a)
EXTERNAL choice(a)
EXTERNAL it(a)
EXTERNAL is(a)
EXTERNAL carried()
EXTERNAL people()
EXTERNAL place()
EXTERNAL ways()

INCLUDE places.ink
INCLUDE things.ink
INCLUDE people.ink
INCLUDE own.ink
INCLUDE around.ink
INCLUDE post.ink
INCLUDE song.ink
INCLUDE common.ink

-> DONE
