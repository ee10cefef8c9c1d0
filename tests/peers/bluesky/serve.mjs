// A personal data server and its directory on loopback, in memory and a temporary folder, until standard input closes.
import net from 'node:net'

// both name no host, and would answer on every interface of the machine
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  const options = typeof first === 'object' && first !== null ? first : { port: first }
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function'))
}

const { TestNetworkNoAppView } = await import('@atproto/dev-env')
const network = await TestNetworkNoAppView.create({})
process.stdout.write(JSON.stringify({ port: network.pds.port }) + '\n')
process.stdin.resume()
process.stdin.on('end', async () => {
  await network.close()
  process.exit(0)
})
