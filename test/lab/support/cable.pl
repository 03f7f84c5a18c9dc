# A cable of a given delay between two TAP interfaces, for kernels without netem: cable.pl DELAY_MS NAME NAME
# Perl, because every Debian has it and it can do the one ioctl that node cannot.
use strict;
use warnings;
use Fcntl;
use POSIX ();

my ( $delay_ms, @names ) = @ARGV;
my $ms_per_tick = 1000 / POSIX::sysconf( POSIX::_SC_CLK_TCK() );

# The system's own clock counts in hundredths of a second, so that packets come in heaps. Most have a finer one.
my $is_fine = eval { require Time::HiRes; 1 };

sub now_ms {
	return Time::HiRes::clock_gettime( Time::HiRes::CLOCK_MONOTONIC() ) * 1000 if $is_fine;
	return ( POSIX::times() )[0] * $ms_per_tick;
}

sub plug {
	my ($name) = @_;
	sysopen( my $end, '/dev/net/tun', O_RDWR | O_NONBLOCK ) or die "no tun: $!";
	# TUNSETIFF with IFF_TAP | IFF_NO_PI
	ioctl( $end, 0x400454ca, pack( 'a16 S x22', $name, 0x1002 ) ) or die "no tap: $!";
	return $end;
}

my @ends = map { plug($_) } @names;
$| = 1;
print "ready\n";

my @travelling;
while (1) {
	while ( @travelling && $travelling[0][0] <= now_ms() ) {
		my ( undef, $end, $frame ) = @{ shift @travelling };
		syswrite( $end, $frame );
	}
	my $ready = '';
	vec( $ready, fileno($_), 1 ) = 1 for @ends;
	my $wait = @travelling ? $travelling[0][0] - now_ms() : undef;
	$wait = $wait / 1000 if defined $wait;
	$wait = 0.001        if defined $wait && $wait < 0.001;
	select( $ready, undef, undef, $wait );
	for my $from ( 0, 1 ) {
		while ( sysread( $ends[$from], my $frame, 65536 ) ) {
			push @travelling, [ now_ms() + $delay_ms, $ends[ 1 - $from ], $frame ] if @travelling < 20000;
		}
	}
}
